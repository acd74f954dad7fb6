import { addDays } from '#domain/kernel/date.js';
import type { Reached } from '#domain/kernel/working-days.js';
import { listed } from '#domain/kernel/listed.js';
import { several } from './amounts.js';
import { day } from './periods.js';

/** How a day was reached, after the number of working days: what was not counted, and whether it may still move. */
export function howReached({ bankHolidays, standstills, beyondKnown }: Reached): string {
  const passed = [
    ...bankHolidays.map(({ date, name }) => `${name} on ${day(date)}`),
    ...standstills.filter(({ to }) => to !== null).map(({ from, to }) => `the suspension from ${day(from)} to ${day(to!)}`),
  ];
  const uncounted = passed.length === 0 ? '' : ` (not counting ${listed(passed)})`;
  return `${uncounted}${beyondKnown ? '; bank holidays are not known so far ahead, so the day may move' : ''}`;
}

/** `20 working days`, `1 working day`. */
export function workingDays(count: number): string {
  return several(count, 'working day');
}

/** The last day of a span that is known by the first day after it. */
export function dayBefore(date: string): string {
  return day(addDays(date, -1));
}
