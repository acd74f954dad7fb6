import { EDITION_1 } from '#domain/authority/bank-holidays/edition-1.js';
import type { RecordedFact, Suspension } from './record.js';
import { nextDay } from './span.js';

/** The bank holidays of each jurisdiction. */
export type BankHolidays = Readonly<Record<string, ReadonlySet<string>>>;

const LETTER: Readonly<Record<string, string>> = { 'england-and-wales': 'E', scotland: 'S', 'northern-ireland': 'N' };

/** Those that every calendar begins with. */
const BEGINNING = Object.entries(LETTER).map(([jurisdiction, letter]) => {
  const days: string[] = [];
  for (const line of EDITION_1.split('\n')) {
    const [day, where] = line.split(' ');
    if (day && where?.includes(letter)) days.push(day);
  }
  return [jurisdiction, days] as const;
});

/** Those that every calendar begins with, and what was recorded since: of a span, it replaces what was known. */
export function naiveBankHolidays(recorded: readonly RecordedFact[]): BankHolidays {
  const known: Record<string, Set<string>> = {};
  for (const [jurisdiction, days] of BEGINNING) known[jurisdiction] = new Set(days);
  for (const { payload } of recorded) {
    const said = payload as { readonly jurisdiction: string; readonly from: string; readonly through: string; readonly holidays: readonly { readonly date: string }[] };
    const days = known[said.jurisdiction]!;
    for (const day of [...days]) if (day >= said.from && day <= said.through) days.delete(day);
    for (const { date } of said.holidays) days.add(date);
  }
  return known;
}

/**
 * The nth working day after a day; with 0 the day itself, or the next that is worked. Undefined: the contract stands still
 * before it is reached, and nobody knows until when.
 */
export function workingDay(n: number, after: string, bankHolidays: ReadonlySet<string>, suspensions: readonly Suspension[]): string | undefined {
  let day = n === 0 ? after : nextDay(after);
  let counted = 0;
  for (;;) {
    for (const { from, to } of suspensions) if (to === null && from <= day) return undefined;
    if (isWorked(day, bankHolidays, suspensions)) counted += 1;
    if (counted > 0 && counted >= n) return day;
    day = nextDay(day);
  }
}

export function isWorked(day: string, bankHolidays: ReadonlySet<string>, suspensions: readonly Suspension[]): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(day) && !standsStill(day, suspensions);
}

export function standsStill(day: string, suspensions: readonly Suspension[]): boolean {
  for (const { from, to } of suspensions) if (day >= from && (to === null || day <= to)) return true;
  return false;
}
