import { Temporal } from 'temporal-polyfill';
import type { Instant } from './clock.js';

/** A calendar day as ISO 8601 text, `2026-03-31`. Sorts as text. */
export type IsoDate = string;

/** The zone in which every day of this project begins and ends (COUNTING.md rule 11). */
const ZONE = 'Europe/London';

/** Whether text is a day that exists, in the years 1900 to 2199. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** Days since 1 January 1970. */
export function dayNumber(date: IsoDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
}

/** The day after, or so many days after (before, if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, both counted. */
export function daysBothCounted(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** The last millisecond of a day in London. */
export function endOfDay(date: IsoDate): Instant {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(ZONE);
  return new Date(next.epochMilliseconds - 1).toISOString();
}

/** The day that it is in London at an instant. */
export function dateIn(instant: Instant): IsoDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** A day as people write it: 31 March 2026. */
export function longDate(date: IsoDate): string {
  return Temporal.PlainDate.from(date).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
