import { addDays, longDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';

/** A day as people write it. */
export const day = longDate;

/** A period as people call it: `April to June 2024`, `June 2024`, `5 July to 9 August 2024`, `5 July 2024`. */
export function period({ from, to }: Period): string {
  if (from === to) return day(from);
  const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  const [first, last] = whole ? [withoutDay(from), withoutDay(to)] : [day(from), day(to)];
  if (first === last) return first;
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.replace(/ \d{4}$/, '')} to ${last}` : `${first} to ${last}`;
}

/** `for April to June 2024`, `on 5 July 2024`. */
export function forPeriod(one: Period): string {
  return one.from === one.to ? `on ${period(one)}` : `for ${period(one)}`;
}

/** `in April to June 2024`, `on 5 July 2024`. */
export function inPeriod(one: Period): string {
  return one.from === one.to ? `on ${period(one)}` : `in ${period(one)}`;
}

function withoutDay(date: string): string {
  return day(date).replace(/^\d+ /, '');
}
