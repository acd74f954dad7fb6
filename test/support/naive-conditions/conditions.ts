import { asDecimal } from '../naive-count/arithmetic.js';
import type { Span } from '../naive-count/days.js';
import { type BankHolidays, workingDay } from './calendar.js';
import { itemsOf, type NaiveItem, waitingReports } from './due.js';
import { keptOf, isShort, type NaiveKeptShare, nothingDue, percentKept } from './kept.js';
import type { ClauseRecord, ContractRecord, NaiveTerms } from './record.js';
import { type NaiveReturn, naiveReturns, wasBeforeRecord } from './returns.js';
import { meet, stoodStillIn } from './span.js';

/** A condition that is met, in the words in which one is recorded. */
export interface NaiveCondition {
  readonly clause: string;
  readonly breach: Readonly<Record<string, unknown>> & { readonly kind: NaiveTerms['kind'] };
}

/** What a question looks at beside the contract. */
interface Asked {
  readonly bankHolidays: BankHolidays;
  readonly today: string;
  /** For asking what would be: reports that wait are as good as decided. */
  readonly asIfDecided?: boolean;
}

/** The conditions that are met on a day and were not recorded before. */
export function naiveConditions(record: ContractRecord, asked: Asked): readonly NaiveCondition[] {
  const periods = naiveReturns(record, asked.bankHolidays);
  const items: NaiveItem[] = [];
  for (const commitment of record.contract.commitments.values()) items.push(...itemsOf(record, commitment));
  const met: NaiveCondition[] = [];
  for (const [clause, said] of record.clauses) {
    for (const breach of [...shortfalls(record, said, periods, items, asked), ...silences(record, said, periods, asked), ...missed(record, said, periods, items, asked)]) {
      met.push({ clause, breach });
    }
  }
  return met;
}

type Period = ReturnType<typeof naiveReturns>[number];
type Breach = NaiveCondition['breach'];

function saidOn({ statements }: ClauseRecord, day: string): NaiveTerms | undefined {
  let found: NaiveTerms | undefined;
  for (const { condition, since } of statements) if (since === null || since <= day) found = condition;
  return found;
}

function shortfalls(record: ContractRecord, clause: ClauseRecord, periods: readonly Period[], items: readonly NaiveItem[], asked: Asked): readonly Breach[] {
  const met: Breach[] = [];
  let row: (Span & { readonly kept: NaiveKeptShare })[] = [];
  for (const period of periods) {
    const said = saidOn(clause, period.to);
    const due = items.filter(({ to }) => to >= period.from && to <= period.to);
    const before = clause.counted.some((one) => one.kind === 'shortfall' && one.periods.some((counted) => meet(counted, period)));
    if (said?.kind !== 'shortfall' || before || !canBeJudged(record, period, due, asked)) {
      row = [];
      continue;
    }
    const kept = keptOf(due);
    if (nothingDue(kept)) continue;
    if (!isShort(kept, said.belowPercent)) {
      row = [];
      continue;
    }
    row.push({ from: period.from, to: period.to, kept });
    if (row.length < said.consecutivePeriods) continue;
    const told = row.slice(row.length - said.consecutivePeriods).map(({ from, to, kept: share }) => ({
      ...{ from, to, duePence: Number(share.duePence), keptPence: Number(share.keptPence) },
      ...{ unvaluedDue: share.shares.length, unvaluedPercent: percentKept(share) },
    }));
    met.push({ kind: 'shortfall', periods: told });
    row = [];
  }
  return met;
}

function canBeJudged(record: ContractRecord, period: Period, due: readonly NaiveItem[], { today, asIfDecided }: Asked): boolean {
  if (period.to >= today || stoodStillIn(period, record.suspensions)) return false;
  for (const one of period.returns) if (!isOver(one, today)) return false;
  for (const item of due) if (item.spanned) return false;
  if (asIfDecided) return true;
  for (const item of due) if (item.waiting.length > 0) return false;
  for (const commitment of record.contract.commitments.values()) {
    if (commitment.terms.basis === 'contract' && !commitment.withdrawn && waitingReports(commitment, period).length > 0) return false;
  }
  return true;
}

/** Whether a return has come, or its day is over, nobody waits for an answer, and it counts that it did not come. */
function isOver({ cameOn, waitsForAnswer, setAside, dueOn, beforeRecord }: NaiveReturn, today: string): boolean {
  if (beforeRecord) return false;
  return cameOn !== undefined || (!waitsForAnswer && !setAside && dueOn !== undefined && dueOn < today);
}

function silences(record: ContractRecord, clause: ClauseRecord, periods: readonly Period[], { bankHolidays, today }: Asked): readonly Breach[] {
  const met: Breach[] = [];
  for (const { provider, from, to, dueOn, cameOn, waitsForAnswer, extended, refusedOn, setAside, beforeRecord } of periods.flatMap(({ returns }) => returns)) {
    const said = saidOn(clause, to);
    if (said?.kind !== 'silence' || dueOn === undefined || beforeRecord || waitsForAnswer || setAside) continue;
    if (clause.counted.some((one) => one.kind === 'silence' && one.provider === provider && meet(one, { from, to }))) continue;
    const since = refusedOn !== null && refusedOn > dueOn ? refusedOn : dueOn;
    const silentThrough = workingDay(said.workingDaysLate, since, bankHolidays[record.jurisdiction]!, record.stops);
    if (silentThrough === undefined || today <= silentThrough || (cameOn !== undefined && cameOn <= silentThrough)) continue;
    met.push({ kind: 'silence', provider, from, to, dueOn, silentThrough, extended, extensionRefused: refusedOn !== null, remindersDelivered: 0 });
  }
  return met;
}

const WITHOUT_PERIOD = 20;

function missed(record: ContractRecord, clause: ClauseRecord, periods: readonly Period[], items: readonly NaiveItem[], asked: Asked): readonly Breach[] {
  const { bankHolidays, today, asIfDecided } = asked;
  const met: Breach[] = [];
  for (const { commitment, from, to, due, validated, waiting, spanned } of items) {
    const { critical, provider } = record.contract.commitments.get(commitment)!.terms as { readonly critical?: boolean; readonly provider: string | null };
    if (!critical || saidOn(clause, to)?.kind !== 'critical commitment missed' || to >= today || to > record.lastDay || spanned) continue;
    if (due.quantity === 0n || validated.quantity >= due.quantity || stoodStillIn({ from, to }, record.suspensions)) continue;
    if (waiting.length > 0 && !asIfDecided) continue;
    const before = clause.counted.some((one) => one.kind === 'critical commitment missed' && one.commitment === commitment && meet(one, { from, to }));
    if (before || to < (record.criticalSince.get(commitment) ?? '')) continue;
    const period = periods.find((one) => one.from <= to && one.to >= to);
    if (period) {
      const own = to < (record.handedOver.get(commitment) ?? '') ? undefined : period.returns.find((one) => one.provider === provider);
      if ((own ? [own] : period.returns).some((one) => !isOver(one, today))) continue;
    } else {
      const until = workingDay(WITHOUT_PERIOD, to, bankHolidays[record.jurisdiction]!, record.stops);
      if (until === undefined || today <= until || wasBeforeRecord(record, until)) continue;
    }
    met.push({ kind: 'critical commitment missed', commitment, from, to, due: asDecimal(due.quantity), validated: asDecimal(validated.quantity) });
  }
  return met;
}
