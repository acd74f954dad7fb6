import { z } from 'zod';
import { type CalendarState, yearClosed } from '#domain/authority/calendar.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { periodOfYear } from '#domain/kernel/financial-year.js';
import { refuse } from '#domain/kernel/refusal.js';

/** Close a financial year, and every earlier one: what is recorded later is posted to a later year (rule 10). */
export const closeYear = z.strictObject({ year: field.financialYear });
export type CloseYear = z.infer<typeof closeYear>;

export function decideCloseYear(state: CalendarState, { year }: CloseYear, { today }: { readonly today: string }): NewEvent[] {
  const { closedThrough } = state;
  if (closedThrough !== null && year <= closedThrough) {
    refuse('year', year, `must not be closed already, and ${closedThrough} with every earlier year is`, 'Leave it: its posted figures do not move any more.');
  }
  const { to } = periodOfYear(year);
  if (to >= today) refuse('year', year, `must have ended, and it runs until the end of ${to}`, 'Close it once it has ended.');
  return [{ type: yearClosed.type, businessDate: today, payload: { year } }];
}
