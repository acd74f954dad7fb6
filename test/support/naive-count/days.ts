const DAY = 86_400_000;

/** Days since 1 January 1970. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** Days held from one day to another, both counted. */
export function daysHeld(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

export function dayAfter(day: string): string {
  return dayOf(dayNumber(day) + 1);
}

/** The calendar year in which a financial year begins. */
function beginning(year: string): number {
  return Number(year.slice(0, 4));
}

function yearBeginningIn(calendarYear: number): string {
  return `${calendarYear}/${String(calendarYear + 1).slice(2)}`;
}

/** The financial year of a day: 31 March 2026 lies in 2025/26. */
export function financialYear(day: string): string {
  const calendarYear = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return yearBeginningIn(month >= 4 ? calendarYear : calendarYear - 1);
}

export function yearAfter(year: string): string {
  return yearBeginningIn(beginning(year) + 1);
}

export function firstDay(year: string): string {
  return `${beginning(year)}-04-01`;
}

export function lastDay(year: string): string {
  return `${beginning(year) + 1}-03-31`;
}

export function daysOfYear(year: string): number {
  return daysHeld(firstDay(year), lastDay(year));
}

/** The quarter of a day, as keys spell it: `2025/26 Q1` is April to June 2025. */
export function quarter(day: string): string {
  const monthOfYear = (Number(day.slice(5, 7)) + 12 - 4) % 12;
  return `${financialYear(day)} Q${1 + Math.floor(monthOfYear / 3)}`;
}

/** The day in London on which an instant fell. */
export function londonDay(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}

export interface Span {
  readonly from: string;
  readonly to: string;
}

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, annual: 12 } as const;
export type Frequency = keyof typeof MONTHS;

/** The reporting periods of a contract: the months, quarters … of financial years, cut at its first and last day. */
export function reportingPeriods(frequency: Frequency, from: string, to: string): readonly Span[] {
  const periods: Span[] = [];
  for (let year = financialYear(from); firstDay(year) <= to; year = yearAfter(year)) {
    for (let month = 0; month < 12; month += MONTHS[frequency]) {
      const start = monthStart(year, month);
      const end = dayOf(dayNumber(monthStart(year, month + MONTHS[frequency])) - 1);
      if (end < from || start > to) continue;
      periods.push({ from: start < from ? from : start, to: end > to ? to : end });
    }
  }
  return periods;
}

/** The first day of the month so many months after April. */
function monthStart(year: string, month: number): string {
  return new Date(Date.UTC(beginning(year), 3 + month, 1)).toISOString().slice(0, 10);
}
