import { addDays, type IsoDate } from '../../kernel/date.js';
import { type Reached, type WorkCalendar, workingDaysAfter } from '../../kernel/working-days.js';
import { type BreakCase, isClosed } from '../break-clause.js';
import { lastDayOf } from '../reporting/reporting-periods.js';
import type { ContractState } from '../state.js';

/** The days that follow from the notice of a breach, each with how it was reached. */
export interface CaseClock {
  /** The day on which the notice counts as served; null: none was sent. A suspension does not stop the post. */
  readonly deemedServed: Reached | null;
  /** The last day on which the breach can be put right in time; null: no notice, or it cannot be put right at all. */
  readonly putRightBy: Reached | null;
  /** The first day on which the clause may be invoked; null: nobody knows yet. */
  readonly invocableFrom: IsoDate | null;
}

/** After how many working days a notice counts as served where the clause does not say: as for a letter by first-class post. */
export const SERVED_AFTER_WHERE_NOT_SAID = 2;

/**
 * The clock of a case: the notice counts as served so many working days after it was sent, the time to put the breach
 * right runs from there, and once it has run out the clause may be invoked.
 */
export function caseClock({ notice, terms }: BreakCase, calendar: WorkCalendar): CaseClock {
  if (!notice) return { deemedServed: null, putRightBy: null, invocableFrom: null };
  const deemedServed = workingDaysAfter(notice.sentOn, terms.deemedServiceWorkingDays ?? SERVED_AFTER_WHERE_NOT_SAID, { ...calendar, standstills: [] });
  if (!terms.remediable) return { deemedServed, putRightBy: null, invocableFrom: deemedServed.date };
  const putRightBy = workingDaysAfter(deemedServed.date!, terms.timeToPutRightWorkingDays, calendar);
  return { deemedServed, putRightBy, invocableFrom: putRightBy.date && addDays(putRightBy.date, 1) };
}

/**
 * How a case stands on a day. The first is internal; in `time running` the provider can still put it right in time; in
 * `may be invoked` the time has run out, or there was none; in `contract ended` the contract’s last day has passed with the
 * case still open: nothing is left to break, though a remedy can still be applied.
 */
export const CASE_STATES = [
  'to be confirmed',
  'set aside',
  'confirmed',
  'time running',
  'clock stands still',
  'may be invoked',
  'contract ended',
  'put right',
  'put right late',
  'waived',
  'settled',
  'invoked',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export function caseState(state: ContractState, one: BreakCase, clock: CaseClock, today: IsoDate): CaseState {
  if (one.setAsideOn !== null) return 'set aside';
  if (one.invoked) return 'invoked';
  if (one.waivedOn !== null) return 'waived';
  if (one.putRightOn !== null) return clock.putRightBy?.date && one.putRightOn > clock.putRightBy.date ? 'put right late' : 'put right';
  if (isClosed(one)) return 'settled';
  if (!one.confirmed) return 'to be confirmed';
  if (today > lastDayOf(state)!) return 'contract ended';
  if (!one.notice) return 'confirmed';
  if (clock.invocableFrom === null) return 'clock stands still';
  return today >= clock.invocableFrom ? 'may be invoked' : 'time running';
}

/** Whether a clause can be invoked because of a case, on a day or later: not once it is closed, nor where the contract ends first. */
export function canStillBeInvoked(state: ContractState, one: BreakCase, { invocableFrom }: CaseClock, today: IsoDate): boolean {
  const last = lastDayOf(state)!;
  return !isClosed(one) && today <= last && (invocableFrom === null || invocableFrom <= last);
}
