import { addDays, type IsoDate } from '../../kernel/date.js';
import { financialYearOf, periodOfYear } from '../../kernel/financial-year.js';
import type { Period } from '../../kernel/period.js';
import type { ContractState, ReportingSchedule } from '../state.js';

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, annual: 12 } as const;

/** A period for which every member owes a return, so many working days after it has ended. */
export interface ReportingPeriod extends Period {
  readonly dueWorkingDays: number;
}

/**
 * The reporting periods of a contract: months, quarters, halves or years of the financial year, or what ends on listed
 * dates; the first and last cut to the contract's own dates, and cut where another schedule begins to hold or the contract
 * had ended before it was said to go on. A period in
 * all of which the contract was suspended asks for nothing. None where no schedule was agreed.
 */
export function reportingPeriods(state: ContractState): readonly ReportingPeriod[] {
  const { terms, schedule, earlierSchedules, pastEnds } = state;
  if (terms === null || schedule === null) return [];
  const schedules = [...earlierSchedules, schedule];
  const last = lastDayOf(state)!;
  const periods: ReportingPeriod[] = [];
  for (let from = terms.startsOn; from <= last; from = addDays(periods.at(-1)!.to, 1)) {
    const at = schedules.findLastIndex(({ since }) => since === null || since <= from);
    // before the first that says from when it holds, that one holds
    const agreed = schedules[Math.max(at, 0)]!;
    const next = schedules.slice(Math.max(at, 0) + 1).find(({ since }) => since !== null && since > from);
    const ends = [endOfPeriod(from, agreed), last, ...(next ? [addDays(next.since!, -1)] : []), ...pastEnds.filter((endsOn) => endsOn >= from)];
    periods.push({ from, to: ends.reduce((one, other) => (one < other ? one : other)), dueWorkingDays: agreed.dueWorkingDays });
  }
  return periods.filter((period) => !isWhollySuspended(state, period));
}

/** The reporting period in which a day lies. */
export function runningPeriod(state: ContractState, day: IsoDate): ReportingPeriod | undefined {
  return reportingPeriods(state).find(({ from, to }) => from <= day && to >= day);
}

/** Whether the contract was suspended on every day of a period, without a break or again and again. */
function isWhollySuspended({ suspensions }: ContractState, { from, to }: Period): boolean {
  let next = from;
  for (const still of suspensions) {
    if (still.from > next) return false;
    if (still.to === null || still.to >= to) return true;
    if (still.to >= next) next = addDays(still.to, 1);
  }
  return false;
}

/** The last day of a contract: its end, or the earlier day on which it was completed or ended; null before it is registered. */
export function lastDayOf({ terms, completedOn, terminatedOn }: ContractState): IsoDate | null {
  if (terms === null) return null;
  return [terms.endsOn, completedOn, terminatedOn].reduce<IsoDate>((last, day) => (day !== null && day < last ? day : last), terms.endsOn);
}

function endOfPeriod(date: IsoDate, { frequency, periodEnds }: ReportingSchedule): IsoDate {
  if (frequency !== 'listed dates') return endOfMonths(date, MONTHS[frequency]);
  const listed = periodEnds.find((day) => day >= date);
  const endOfYear = periodOfYear(financialYearOf(date)).to;
  return listed !== undefined && listed < endOfYear ? listed : endOfYear;
}

/** The last day of the period of so many months, counted from April, that a day lies in. */
function endOfMonths(date: IsoDate, months: number): IsoDate {
  const sinceApril = (Number(date.slice(5, 7)) + 8) % 12;
  const left = months - (sinceApril % months);
  const monthIndex = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + left;
  const firstAfter = `${Math.floor(monthIndex / 12)}-${String((monthIndex % 12) + 1).padStart(2, '0')}-01`;
  return addDays(firstAfter, -1);
}
