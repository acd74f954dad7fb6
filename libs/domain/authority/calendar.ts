import { z } from 'zod';
import { type FinancialYear, nextYear } from '../kernel/financial-year.js';
import type { Evolution } from '../kernel/decider.js';
import { defineEvent } from '../kernel/event.js';
import * as field from '../kernel/fields.js';

/** The authority closed a financial year, and with it every earlier one (rule 10). */
export const yearClosed = defineEvent('YearClosed', z.strictObject({ year: field.financialYear }));

export const calendarEvents = [yearClosed] as const;

export const CALENDAR_STREAM = 'calendar';

export interface CalendarState {
  readonly version: number;
  /** The latest closed year; every earlier one is closed too. Null: none is. */
  readonly closedThrough: FinancialYear | null;
}

export const calendarEvolution: Evolution<CalendarState> = {
  initial: { version: 0, closedThrough: null },
  evolve(state, event) {
    if (event.type !== yearClosed.type) throw new Error(`The calendar holds an event of the unknown type ${event.type}.`);
    const { year } = event.payload as { year: FinancialYear };
    const later = state.closedThrough === null || year > state.closedThrough;
    return { version: state.version + 1, closedThrough: later ? year : state.closedThrough };
  },
};

/**
 * The year that a change is posted to (rule 10): the year it belongs to, unless that is closed; then the earliest
 * later year that is not.
 */
export function postedYear(delivered: FinancialYear, closedThrough: FinancialYear | null): FinancialYear {
  return closedThrough !== null && delivered <= closedThrough ? nextYear(closedThrough) : delivered;
}
