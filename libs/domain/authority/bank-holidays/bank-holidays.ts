import { addDays, type IsoDate } from '../../kernel/date.js';
import type { Jurisdiction } from './jurisdiction.js';
import { EDITION_1, EDITION_1_SPAN } from './edition-1.js';

/** The bank holidays of one jurisdiction: their names by day, and for which days the table is complete. */
export interface BankHolidays {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly names: Readonly<Record<IsoDate, string>>;
}

export type BankHolidayTables = Readonly<Record<Jurisdiction, BankHolidays>>;

/** A table for some span, as it is recorded: complete from its first to its last day. */
export interface BankHolidaySpan {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string }[];
}

/** The table with a span of it stated anew: what stood in the span is replaced, what stands outside it stays. */
export function withSpan(table: BankHolidays, { from, through, holidays }: BankHolidaySpan): BankHolidays {
  const outside = Object.entries(table.names).filter(([day]) => day < from || day > through);
  const names = Object.fromEntries([...outside, ...holidays.map(({ date, name }) => [date, name] as const)]);
  return { from: from < table.from ? from : table.from, through: through > table.through ? through : table.through, names };
}

/** Whether a span joins a table: between the two lies no day of which nobody knows whether it is a bank holiday. */
export function joins(table: BankHolidays, { from, through }: Pick<BankHolidaySpan, 'from' | 'through'>): boolean {
  return from <= addDays(table.through, 1) && through >= addDays(table.from, -1);
}

/** Whether a table says the same of a span already. */
export function holds(table: BankHolidays, { from, through, holidays }: BankHolidaySpan): boolean {
  const known = Object.keys(table.names).filter((day) => day >= from && day <= through);
  return from >= table.from && through <= table.through && known.length === holidays.length && holidays.every(({ date, name }) => table.names[date] === name);
}

const LETTERS: Readonly<Record<Jurisdiction, string>> = { 'england-and-wales': 'E', scotland: 'S', 'northern-ireland': 'N' };

/** What every calendar begins with. */
export const edition1: BankHolidayTables = {
  'england-and-wales': tableOf('england-and-wales'),
  scotland: tableOf('scotland'),
  'northern-ireland': tableOf('northern-ireland'),
};

function tableOf(jurisdiction: Jurisdiction): BankHolidays {
  const lines = EDITION_1.trim().split('\n').filter((line) => line.slice(11, 14).includes(LETTERS[jurisdiction]));
  const { from, to: through } = EDITION_1_SPAN;
  return { from, through, names: Object.fromEntries(lines.map((line) => [line.slice(0, 10), line.slice(15)])) };
}
