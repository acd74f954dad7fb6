import type { IsoDate } from '../../kernel/date.js';
import { overlap, type Period } from '../../kernel/period.js';
import { quantityText } from '../../kernel/quantity.js';
import { type WorkCalendar, workingDaysAfter } from '../../kernel/working-days.js';
import type { Breach } from '../breach.js';
import { type BreakClause, termsOn } from '../break-clause.js';
import { isBeforeRecord, type OwedReturn } from '../reporting/owed-returns.js';
import { lastDayOf } from '../reporting/reporting-periods.js';
import type { Commitment, ContractState } from '../state.js';
import { suspendedIn, unsettledReturn } from './assess-period.js';
import { type DueItem, dueItems } from './due-items.js';

type Missed = Extract<Breach, { kind: 'critical commitment missed' }>;

/** Where no reporting schedule was agreed, a target is judged so many working days after its period, as a return would be due. */
export const WITHOUT_SCHEDULE_WORKING_DAYS = 20;

const EVER: Period = { from: '1900-01-01', to: '2199-12-31' };

/**
 * The critical commitments that were missed: less was validated than a target asked for, every line of it is decided, and
 * the returns for the reporting period in which it ends have come or are past the day on which they were due.
 */
export function criticalCommitmentsMissed(
  state: ContractState,
  clause: BreakClause,
  owed: readonly OwedReturn[],
  calendar: WorkCalendar,
  today: IsoDate,
): readonly Missed[] {
  return Object.values(state.commitments)
    .filter(({ terms }) => terms.critical)
    .flatMap((commitment) => dueItems(state, commitment, EVER).filter((item) => isMissed(state, clause, commitment, item, owed, calendar, today)))
    .map(({ commitment, from, to, due, validated }) => ({
      kind: 'critical commitment missed',
      ...{ commitment, from, to, due: quantityText(due.quantity), validated: quantityText(validated.quantity) },
    }));
}

function isMissed(
  state: ContractState,
  clause: BreakClause,
  commitment: Commitment,
  item: DueItem,
  owed: readonly OwedReturn[],
  calendar: WorkCalendar,
  today: IsoDate,
): boolean {
  if (item.to >= today || item.to > lastDayOf(state)! || item.undecided.length > 0 || item.spanning.length > 0) return false;
  // where all of it was moved elsewhere nothing is left to miss, not even for what was validated and taken back
  if (item.due.quantity === 0n || item.validated.quantity >= item.due.quantity) return false;
  if (termsOn(clause, item.to)?.condition.kind !== 'critical commitment missed' || suspendedIn(state, item)) return false;
  if (commitment.criticalSince !== null && item.to < commitment.criticalSince) return false;
  // a target that was cut into others, or joined, is not missed anew by its days
  const already = clause.cases.some(({ breach }) => breach.kind === 'critical commitment missed' && breach.commitment === item.commitment && overlap(breach, item));
  return !already && returnsAreIn(state, commitment, item, owed, calendar, today);
}

/** Whether the returns that would tell of an item have come, or could have. */
function returnsAreIn(
  state: ContractState,
  commitment: Commitment,
  item: DueItem,
  owed: readonly OwedReturn[],
  calendar: WorkCalendar,
  today: IsoDate,
): boolean {
  const telling = returnsThatTell(commitment, item, owed);
  if (telling.length > 0) return telling.every((one) => unsettledReturn(one, today).length === 0);
  const dueOn = workingDaysAfter(item.to, WITHOUT_SCHEDULE_WORKING_DAYS, calendar).date;
  return dueOn !== null && today > dueOn && !isBeforeRecord(state, dueOn);
}

/** The returns that would tell of a target: its member’s; those of all members where it is of none, of one who has left, or was of another when it ended. */
export function returnsThatTell({ terms, providerSince }: Commitment, item: Period, owed: readonly OwedReturn[]): readonly OwedReturn[] {
  const within = owed.filter(({ from, to }) => from <= item.to && item.to <= to);
  const ofItsMember = within.filter(({ provider }) => provider === terms.provider);
  const wasOfAnother = providerSince !== null && item.to < providerSince;
  return ofItsMember.length > 0 && !wasOfAnother ? ofItsMember : within;
}
