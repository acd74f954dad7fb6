import { addDays, dayNumber, daysBothCounted, type IsoDate } from '#domain/kernel/date.js';
import { daysInYear, financialYearOf, splitByYear } from '#domain/kernel/financial-year.js';
import type { Period } from '#domain/kernel/period.js';

export type Frequency = 'quarterly' | 'half-yearly' | 'annual';
const MONTHS: Readonly<Record<Frequency, number>> = { quarterly: 3, 'half-yearly': 6, annual: 12 };

/** The first day of a month, so many months after another. */
export function monthsAfter(first: IsoDate, months: number): IsoDate {
  const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** The reporting periods of a span that have ended by its last day: quarters, halves or years of the financial year. */
export function reportingPeriods(frequency: Frequency, { from, to }: Period): readonly Period[] {
  const periods: Period[] = [];
  const months = MONTHS[frequency];
  let start = `${from.slice(0, 4)}-04-01`;
  if (start > from) start = monthsAfter(start, -12);
  for (; start <= to; start = monthsAfter(start, months)) {
    const end = addDays(monthsAfter(start, months), -1);
    if (end < from) continue;
    periods.push({ from: start < from ? from : start, to: end < to ? end : to });
  }
  return periods;
}

/** What part of its financial year a period is, by days. */
export function partOfYear({ from, to }: Period): number {
  return daysBothCounted(from, to) / daysInYear(financialYearOf(from));
}

/** The parts of a span in each financial year. */
export const yearsOf = splitByYear;

/** Days of the year on which nobody works, whatever day of the week they are. */
const HOLIDAYS: ReadonlySet<string> = new Set(['12-25', '12-26', '01-01']);

/** The day itself, or the next on which people work: no Saturday, Sunday, Christmas or New Year's Day. */
export function weekday(day: IsoDate): IsoDate {
  const ofWeek = (dayNumber(day) + 4) % 7; // 1 January 1970 was a Thursday; Sunday is 0
  if (ofWeek === 6 || ofWeek === 0) return weekday(addDays(day, ofWeek === 6 ? 2 : 1));
  return HOLIDAYS.has(day.slice(5)) ? weekday(addDays(day, 1)) : day;
}
