import { dayAfter } from '../../support/naive-count/days.js';

/** The invented authority begins on 1 April 2022; quarter 0 is April to June of that year. */
const FIRST_DAY = '2022-04-01';
/** Contracts run to the end of quarter 19, 31 March 2027. */
export const QUARTERS = 20;

const days: string[] = [FIRST_DAY];
while (days.at(-1)! < '2027-06-30') days.push(dayAfter(days.at(-1)!));

const isFirstOfMonth = (day: string) => day.endsWith('-01');
const firsts = days.flatMap((day, place) => (isFirstOfMonth(day) ? [place] : []));

/** A day of a quarter, counted from 0. */
export function dayOf(quarter: number, day: number): string {
  return days[firsts[quarter * 3]! + day]!;
}

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** From the first day of a quarter's month (0, 1, 2) to the last day of that many months. */
export function months(quarter: number, month: number, count: number): Span {
  const first = firsts[quarter * 3 + month]!;
  return { from: days[first]!, to: days[firsts[quarter * 3 + month + count]! - 1]! };
}

export function daysIn(quarter: number): number {
  return firsts[quarter * 3 + 3]! - firsts[quarter * 3]!;
}

/** The financial year of a quarter: `2022/23`. */
export function yearOf(quarter: number): string {
  const year = 2022 + Math.floor(quarter / 4);
  return `${year}/${String(year + 1).slice(2)}`;
}
