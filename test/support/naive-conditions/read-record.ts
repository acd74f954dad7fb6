import type { Span } from '../naive-count/days.js';
import { millionths, nothingYet, readEntry } from '../naive-count/read-ledger.js';
import type { Contract } from '../naive-count/standing.js';
import type { StoredEvent } from '../naive-count/stored-event.js';
import { type ClauseRecord, type ContractRecord, type MoreTime, type NaiveBreach, type NaiveTerms, ofMember, type RecordedFact, type Schedule, type Suspension } from './record.js';
import { dayBefore } from './span.js';

/** Every field that is read here, there or not as its type of fact has it. */
interface Said extends Span {
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

/** Reads the facts of one contract, the first of which registers it. */
export function readRecord(facts: readonly RecordedFact[]): ContractRecord {
  const standing = nothingYet();
  let schedules: Schedule[] = [];
  let members: { readonly providers: readonly string[]; readonly since: string | null }[] = [];
  let suspensions: Suspension[] = [];
  let returns: (Span & { readonly provider: string; readonly submittedOn: string })[] = [];
  let terminatedOn: string | undefined;
  let onRecordFrom: string | null = null;
  const moreTime = new Map<string, MoreTime>();
  const missed = new Map<string, { readonly dueOn: string; setAside: boolean }>();
  const moved: (Span & { readonly commitment: string; readonly quantity: bigint })[] = [];
  const clauses = new Map<string, ClauseRecord>();
  for (const [at, { type, payload }] of facts.entries()) {
    readEntry(standing, { type, payload, position: at + 1, stream: 'the contract' } as StoredEvent);
    const said = payload as Said;
    const { provider, from, to, commitment, since = null, change } = said;
    const key = ofMember(provider, said);
    const grantedBefore = moreTime.get(key)?.until ?? null;
    switch (type) {
      case 'ContractRegistered':
        onRecordFrom = said.onRecordFrom ?? null;
        break;
      case 'ReportingScheduleAgreed': {
        const { frequency, dueWorkingDays, periodEnds = [] } = said;
        schedules = before(schedules, since);
        schedules.push({ frequency, dueWorkingDays, periodEnds, since });
        break;
      }
      case 'MembersAgreed':
        members = before(members, since);
        members.push({ providers: said.members.map((one) => one.provider), since });
        break;
      case 'ContractSuspended':
        suspensions.push({ from, to: null });
        break;
      case 'ContractResumed':
        for (const one of suspensions) one.to ??= dayBefore(said.on);
        suspensions = suspensions.filter((one) => one.from <= one.to!);
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
  return { contract, jurisdiction, onRecordFrom, lastDay, members, schedules, suspensions, returns, moreTime, missed, moved, clauses };
}

/** What was agreed from an earlier day on; without a day nothing is left of it. */
function before<Agreed extends { readonly since: string | null }>(agreed: readonly Agreed[], since: string | null): Agreed[] {
  return since === null ? [] : agreed.filter((earlier) => earlier.since === null || earlier.since < since);
}

/** A variation is said beside what was said before; an entry error in its place. */
function readClause(clauses: Map<string, ClauseRecord>, reference: string, condition: NaiveTerms, since: string | null, change: string | undefined): void {
  const clause = clauses.get(reference) ?? { statements: [], counted: [] };
  clauses.set(reference, clause);
  const wrong = change === 'entry error' ? clause.statements.pop() : undefined;
  clause.statements.push({ condition, since: since ?? wrong?.since ?? null });
}

/** With a contract a suspension of it ends. */
function endedBy(suspensions: readonly Suspension[], last: string): Suspension[] {
  return suspensions.filter(({ from }) => from <= last).map(({ from, to }) => ({ from, to: to === null || to > last ? last : to }));
}
