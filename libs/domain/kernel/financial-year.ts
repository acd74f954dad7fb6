import { addDays, dayNumber, type IsoDate } from './date.js';
import type { Period } from './period.js';

/** 1 April to 31 March, written `2025/26`. Sorts as text. */
export type FinancialYear = string;

function startingIn(year: number): FinancialYear {
  return (named[year] ??= `${year}/${String((year + 1) % 100).padStart(2, '0')}`);
}

/** The names of the years that were asked for: counting asks for few of them, millions of times. */
const named: Record<number, FinancialYear> = {};

/** The financial year of a day. */
export function financialYearOf(date: IsoDate): FinancialYear {
  const year = Number(date.slice(0, 4));
  return startingIn(date.slice(5) < '04-01' ? year - 1 : year);
}

/** The period of a financial year. */
export function periodOfYear(year: FinancialYear): Period {
  const start = Number(year.slice(0, 4));
  return { from: `${start}-04-01`, to: `${start + 1}-03-31` };
}

/** The financial year that follows. */
export function nextYear(year: FinancialYear): FinancialYear {
  return startingIn(Number(year.slice(0, 4)) + 1);
}

/** Whether text is a financial year: `2025/26`, not `2025/27`. */
export function isFinancialYear(text: string): boolean {
  return /^(19|20|21)\d\d\/\d\d$/.test(text) && startingIn(Number(text.slice(0, 4))) === text;
}

/** 365 or 366. */
export function daysInYear(year: FinancialYear): number {
  const { from, to } = periodOfYear(year);
  return dayNumber(to) - dayNumber(from) + 1;
}

/** The quarter of a day: `2025/26 Q1` is April to June 2025. */
export function quarterOf(date: IsoDate): string {
  const quarter = Math.floor(((Number(date.slice(5, 7)) + 8) % 12) / 3) + 1;
  return `${financialYearOf(date)} Q${quarter}`;
}

/** A period cut at every 31 March, as a period that crosses one must be reported. */
export function splitByYear(period: Period): readonly Period[] {
  const parts: Period[] = [];
  let from = period.from;
  while (from <= period.to) {
    const end = periodOfYear(financialYearOf(from)).to;
    const to = end < period.to ? end : period.to;
    parts.push({ from, to });
    from = addDays(to, 1);
  }
  return parts;
}
