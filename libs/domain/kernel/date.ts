import { Temporal } from 'temporal-polyfill';
import type { Instant } from './clock.js';

/** A calendar day as ISO 8601 text, `2026-03-31`. Sorts as text. */
export type IsoDate = string;

/** The zone in which every day of this project begins and ends (COUNTING.md rule 11). */
const ZONE = 'Europe/London';

/** Whether text is a day that exists, in the years 1900 to 2199. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 January 1970. */
export function dayNumber(date: IsoDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
}

/** The day after, or so many days after (before, if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  // working days are counted one by one, and most stay within their month
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}`;
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

/** The hour last asked for, in UTC, and the day that it falls on: clocks in London change on the hour. */
let known = { hour: '', day: '' };

/** The day that it is in London at an instant. */
export function dateIn(instant: Instant): IsoDate {
  const hour = instant.slice(0, 13);
  if (hour !== known.hour) known = { hour, day: Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString() };
  return known.day;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day as people write it: 31 March 2026. Registers write tens of thousands of them, and Intl takes a tenth of a millisecond for each. */
export function longDate(date: IsoDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
