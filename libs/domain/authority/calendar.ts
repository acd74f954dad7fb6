import { z } from 'zod';
import { type FinancialYear, nextYear } from '../kernel/financial-year.js';
import type { Evolution } from '../kernel/decider.js';
import { defineEvent } from '../kernel/event.js';
import * as field from '../kernel/fields.js';
import { type BankHolidayTables, edition1, withSpan } from './bank-holidays/bank-holidays.js';
import { jurisdiction } from './bank-holidays/jurisdiction.js';

/** The authority closed a financial year, and with it every earlier one (rule 10). */
export const yearClosed = defineEvent('YearClosed', z.strictObject({ year: field.financialYear }));

/**
 * The bank holidays of a jurisdiction became known for a span of days, and replace what was known of it before. Dates
 * that are counted in working days follow from them.
 */
export const bankHolidaysRecorded = defineEvent(
  'BankHolidaysRecorded',
  z.strictObject({
    jurisdiction,
    from: field.date,
    through: field.date,
    holidays: z.array(z.strictObject({ date: field.date, name: field.name(120) })).max(1000),
    source: field.label(),
  }),
);
export type BankHolidaysRecorded = z.infer<typeof bankHolidaysRecorded.schema>;

export const calendarEvents = [yearClosed, bankHolidaysRecorded] as const;

export const CALENDAR_STREAM = 'calendar';

export interface CalendarState {
  readonly version: number;
  /** The latest closed year; every earlier one is closed too. Null: none is. */
  readonly closedThrough: FinancialYear | null;
  /** Edition 1 of what this project ships, with all that was recorded since. */
  readonly bankHolidays: BankHolidayTables;
}

export const calendarEvolution: Evolution<CalendarState> = {
  initial: { version: 0, closedThrough: null, bankHolidays: edition1 },
  evolve(state, event) {
    const version = state.version + 1;
    if (event.type === yearClosed.type) {
      const { year } = event.payload as { year: FinancialYear };
      const later = state.closedThrough === null || year > state.closedThrough;
      return { ...state, version, closedThrough: later ? year : state.closedThrough };
    }
    if (event.type === bankHolidaysRecorded.type) {
      return { ...state, version, bankHolidays: withBankHolidays(state.bankHolidays, event.payload as BankHolidaysRecorded) };
    }
    throw new Error(`The calendar holds an event of the unknown type ${event.type}.`);
  },
};

/** The tables with what was recorded of one jurisdiction. */
export function withBankHolidays(tables: BankHolidayTables, recorded: BankHolidaysRecorded): BankHolidayTables {
  return { ...tables, [recorded.jurisdiction]: withSpan(tables[recorded.jurisdiction], recorded) };
}

/**
 * The year that a change is posted to (rule 10): the year it belongs to, unless that is closed; then the earliest
 * later year that is not.
 */
export function postedYear(delivered: FinancialYear, closedThrough: FinancialYear | null): FinancialYear {
  return closedThrough !== null && delivered <= closedThrough ? nextYear(closedThrough) : delivered;
}
