import type { Span } from '../naive-count/days.js';
import { millionths, nothingYet, readEntry } from '../naive-count/read-ledger.js';
import type { Contract } from '../naive-count/standing.js';
import type { StoredEvent } from '../naive-count/stored-event.js';
import { type ClauseRecord, type ContractRecord, type MoreTime, type NaiveBreach, type NaiveTerms, ofMember, type RecordedFact, type Schedule, type Suspension } from './record.js';
import { owedIn } from './returns.js';
import { dayBefore } from './span.js';

/** Every field that is read here, there or not as its type of fact has it. */
interface Said extends Span {
  readonly terms: { readonly lead: string; readonly endsOn: string; readonly critical: boolean };
  readonly targets?: readonly (Span & { readonly quantity: string | null })[];
  readonly provider: string;
  readonly commitment: string;
  readonly quantity: string;
  readonly into: Span;
  readonly by: Span & { readonly commitment: string; readonly quantity: string };
  readonly until: string;
  readonly refusedOn: string;
  readonly members: readonly { readonly provider: string }[];
  readonly on: string;
  readonly onRecordFrom?: string;
  readonly dueOn: string;
  readonly since?: string;
  readonly change?: { readonly kind: string };
  readonly frequency: string;
  readonly dueWorkingDays: number;
  readonly periodEnds?: readonly string[];
  readonly submittedOn: string;
  readonly terminatedOn: string;
  readonly completedOn: string;
  readonly clause: string;
  readonly condition: NaiveTerms;
  readonly breach: NaiveBreach;
}

/** Which facts may change who owes returns for which periods. */
const RECUTTING = ['MembersAgreed', 'ContractVaried', 'ContractCorrected', 'ReportingScheduleAgreed', 'ContractCompleted', 'ContractTerminated'];

/** Reads the facts of one contract, the first of which registers it. */
export function readRecord(facts: readonly RecordedFact[]): ContractRecord {
  const before = facts.flatMap(({ type, payload }, at) => {
    const { onRecordFrom: on } = payload as Said;
    return on !== undefined && RECUTTING.includes(type) ? [{ on, owed: owedIn(readFacts(facts.slice(0, at))) }] : [];
  });
  return { ...readFacts(facts), before };
}

function readFacts(facts: readonly RecordedFact[]): ContractRecord {
  const standing = nothingYet();
  let schedules: Schedule[] = [];
  let members: { providers: readonly string[]; readonly since: string | null }[] = [];
  let membersAgreed = false;
  let lead = '';
  let suspensions: (Suspension & { clocks?: string })[] = [];
  const pastEnds: string[] = [];
  const handedOver = new Map<string, string>();
  const limits = new Map<string, bigint>();
  const criticalSince = new Map<string, string>();
  let returns: (Span & { readonly provider: string; readonly submittedOn: string })[] = [];
  let terminatedOn: string | undefined;
  let onRecordFrom: string | null = null;
  const moreTime = new Map<string, MoreTime>();
  const missed = new Map<string, { readonly dueOn: string; setAside: boolean }>();
  const moved: (Span & { readonly commitment: string; readonly quantity: bigint })[] = [];
  const clauses = new Map<string, ClauseRecord>();
  for (const [at, { type, payload }] of facts.entries()) {
    const said = payload as Said;
    const its = standing.contracts.get('the contract');
    if (its) readLimits(its, type, said, limits);
    if ((type === 'CommitmentVaried' || type === 'CommitmentCorrected') && said.terms?.critical && !(its!.commitments.get(said.commitment)!.terms as { critical?: boolean }).critical) {
      if (said.since === undefined) criticalSince.delete(said.commitment);
      else criticalSince.set(said.commitment, said.since);
    }
    if (type === 'ContractVaried' || type === 'ContractCorrected') {
      const { endsOn } = its!.terms;
      if (said.onRecordFrom !== undefined && endsOn < said.onRecordFrom && said.terms.endsOn > endsOn) pastEnds.push(endsOn);
    }
    if ((type === 'CommitmentVaried' || type === 'CommitmentCorrected') && said.terms !== undefined) {
      const { provider: stood } = its!.commitments.get(said.commitment)!.terms as { provider: string | null };
      if ((said.terms as unknown as { provider: string | null }).provider !== stood) handedOver.set(said.commitment, said.since ?? '');
    }
    readEntry(standing, { type, payload, position: at + 1, stream: 'the contract' } as StoredEvent);
    const { provider, from, to, commitment, since = null, change } = said;
    const key = ofMember(provider, said);
    const grantedBefore = moreTime.get(key)?.until ?? null;
    switch (type) {
      case 'ContractRegistered':
        onRecordFrom = said.onRecordFrom ?? null;
        lead = said.terms.lead;
        members = [{ providers: [lead], since: null }];
        break;
      case 'ContractVaried':
      case 'ContractCorrected':
        lead = said.terms.lead;
        if (!membersAgreed && members.at(-1)!.providers[0] !== lead) {
          if (since === null) members.at(-1)!.providers = [lead];
          else members = [...before(members, since), { providers: [lead], since }];
        }
        break;
      case 'ReportingScheduleAgreed': {
        const { frequency, dueWorkingDays, periodEnds = [] } = said;
        schedules = before(schedules, since);
        schedules.push({ frequency, dueWorkingDays, periodEnds, since });
        break;
      }
      case 'MembersAgreed':
        membersAgreed = true;
        // whoever was typed wrong never was
        if (change?.kind === 'entry error') members.pop();
        if (members.length === 0) members.push({ providers: [lead], since: null });
        members = before(members, since);
        members.push({ providers: said.members.map((one) => one.provider), since });
        break;
      case 'ContractSuspended':
        suspensions.push({ from, to: null });
        break;
      case 'ContractResumed':
        for (const one of suspensions) {
          if (one.to === null && said.onRecordFrom !== undefined) one.clocks = dayBefore(said.onRecordFrom);
          one.to ??= dayBefore(said.on);
        }
        suspensions = suspensions.filter((one) => one.from <= one.to! || one.from <= (one.clocks ?? ''));
        break;
      case 'ContractCompleted':
        suspensions = endedBy(suspensions, said.completedOn);
        break;
      case 'ContractTerminated':
        terminatedOn = said.terminatedOn;
        suspensions = endedBy(suspensions, terminatedOn);
        break;
      case 'ReturnSubmitted':
        if (change?.kind === 'entry error') returns = returns.filter((one) => ofMember(one.provider, one) !== key);
        returns.push({ provider, from, to, submittedOn: said.submittedOn });
        break;
      case 'ExtensionAsked':
        moreTime.set(key, { last: 'waits for an answer', until: grantedBefore, refusedOn: null });
        break;
      case 'DueDateExtended':
        moreTime.set(key, { last: 'granted', until: said.until, refusedOn: null });
        break;
      case 'ExtensionRefused':
        moreTime.set(key, { last: 'refused', until: grantedBefore, refusedOn: said.refusedOn });
        break;
      case 'ReturnMissed':
        missed.set(key, { dueOn: said.dueOn, setAside: false });
        break;
      case 'MissedReturnSetAside':
        missed.get(key)!.setAside = true;
        break;
      case 'ShortfallCarriedForward': {
        const quantity = millionths(said.quantity);
        moved.push({ commitment, from, to, quantity: -quantity }, { commitment, ...said.into, quantity });
        break;
      }
      case 'SubstituteAgreed': {
        const { by } = said;
        moved.push({ commitment, from, to, quantity: -millionths(said.quantity) }, { ...by, quantity: millionths(by.quantity) });
        break;
      }
      case 'BreakClauseAgreed':
        readClause(clauses, said.clause, said.condition, since, change?.kind);
        break;
      case 'BreakConditionMet':
        clauses.get(said.clause)!.counted.push(said.breach);
        break;
    }
  }
  const contract = standing.contracts.get('the contract')!;
  const { endsOn, jurisdiction } = contract.terms as Contract['terms'] & { readonly jurisdiction: string };
  let lastDay = endsOn;
  for (const day of [contract.completedOn, terminatedOn]) if (day !== undefined && day < lastDay) lastDay = day;
  const stops = suspensions.map(({ from, to, clocks }) => ({ from, to: to !== null && clocks !== undefined && clocks > to ? clocks : to }));
  return { stops, pastEnds, before: [], handedOver, limits, criticalSince, contract, jurisdiction, onRecordFrom, lastDay, members, schedules, suspensions, returns, moreTime, missed, moved, clauses };
}

/** What was agreed from an earlier day on; without a day nothing is left of it. */
function before<Agreed extends { readonly since: string | null }>(agreed: readonly Agreed[], since: string | null): Agreed[] {
  return since === null ? [] : agreed.filter((earlier) => earlier.since === null || earlier.since < since);
}

/** How much can be missed of targets, before what is said of them is read. */
function readLimits({ commitments }: Contract, type: string, said: Said, limits: Map<string, bigint>): void {
  const key = ({ from, to }: Span) => `${said.commitment} ${from} ${to}`;
  if (type === 'TargetAgreed' && said.onRecordFrom !== undefined) limits.set(key(said), 0n);
  if (type !== 'CommitmentVaried' && type !== 'CommitmentCorrected') return;
  const { basis } = commitments.get(said.commitment)!.terms;
  for (const { from, to, quantity } of said.targets ?? []) {
    const which = key({ from, to });
    const stood = commitments.get(said.commitment)!.targets.get(`${from} ${to}`);
    const most = limits.get(which) ?? (stood ? millionths(stood.quantity) : 0n);
    const isLimited = limits.has(which) || (said.since !== undefined && to < said.since);
    if (quantity !== null && isLimited && most < millionths(quantity)) limits.set(which, most);
    else limits.delete(which);
  }
  if (said.since === undefined || basis === 'contract' || (said.terms as { basis?: string } | undefined)?.basis !== 'contract') return;
  const standing = new Map([...commitments.get(said.commitment)!.targets.values()].map((one) => [`${one.from} ${one.to}`, { from: one.from, to: one.to }]));
  for (const { from, to, quantity } of said.targets ?? []) {
    if (quantity === null) standing.delete(`${from} ${to}`);
    else standing.set(`${from} ${to}`, { from, to });
  }
  for (const days of standing.values()) if (days.to < said.since) limits.set(key(days), 0n);
}

/** A variation is said beside what was said before; an entry error in its place. */
function readClause(clauses: Map<string, ClauseRecord>, reference: string, condition: NaiveTerms, since: string | null, change: string | undefined): void {
  const clause = clauses.get(reference) ?? { statements: [], counted: [] };
  clauses.set(reference, clause);
  const wrong = change === 'entry error' ? clause.statements.pop() : undefined;
  clause.statements.push({ condition, since: since ?? wrong?.since ?? null });
}

/** With a contract a suspension of it ends. */
function endedBy<Still extends Suspension>(suspensions: readonly Still[], last: string): Still[] {
  return suspensions.filter(({ from }) => from <= last).map((still) => ({ ...still, to: still.to === null || still.to > last ? last : still.to }));
}
