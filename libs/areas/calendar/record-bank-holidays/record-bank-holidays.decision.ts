import { z } from 'zod';
import { holds, joins } from '#domain/authority/bank-holidays/bank-holidays.js';
import { jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import { bankHolidaysRecorded, type CalendarState } from '#domain/authority/calendar.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { IsoDate } from '#domain/kernel/date.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { isWeekend } from '#domain/kernel/working-days.js';

/** Record the bank holidays of a jurisdiction for a span of days; what was known of the span before is replaced. */
export const recordBankHolidays = z.strictObject({
  jurisdiction: jurisdiction.describe('Whose they are.'),
  from: field.date.describe('The first day for which the table is complete.'),
  through: field.date.describe('The last day for which the table is complete.'),
  holidays: z
    .array(z.strictObject({ date: field.date, name: field.name(120).describe('What it is called.') }))
    .max(1000)
    .describe('The bank holidays, in any order.'),
  source: field.label().default('').describe('Where the table comes from: an address, a proclamation.'),
});
export type RecordBankHolidays = z.output<typeof recordBankHolidays>;

/** Dates that are counted in working days move with it, those that have passed too: only what was recorded of them stays. */
export function decideRecordBankHolidays(state: Pick<CalendarState, 'bankHolidays'>, command: RecordBankHolidays, { today }: { readonly today: string }): NewEvent[] {
  const { jurisdiction, from, through, source } = command;
  const table = state.bankHolidays[jurisdiction];
  const holidays = [...command.holidays].sort((one, other) => (one.date < other.date ? -1 : 1));
  const faults = new Faults();
  if (through < from) faults.add('through', through, `must not lie before ${from}`, 'Mend one of the two days.');
  else if (!joins(table, command)) {
    const gap = from > table.through ? `${table.through} and ${from}` : `${through} and ${table.from}`;
    faults.add('from', from, `must join what is known, and between ${gap} nobody knows the bank holidays`, `The table that is recorded goes from ${table.from} to ${table.through}: begin where it ends, or before.`);
  }
  for (const [at, { date }] of command.holidays.entries()) {
    if (date < from || date > through) faults.add(`holidays[${at}].date`, date, `must lie from ${from} to ${through}`, 'Leave it out, or state a longer span.');
    else if (isWeekend(date)) faults.add(`holidays[${at}].date`, date, 'must not be a Saturday or Sunday, which are not worked anyway', 'Give the substitute day, or leave it out.');
  }
  const empty = yearsWithin(from, through).find((year) => !holidays.some(({ date }) => date.startsWith(year)));
  if (empty !== undefined) faults.add('holidays', empty, 'must name the bank holidays of every year from its first day to its last', 'Every part of the United Kingdom has some each year: add them, or state a shorter span.');
  const twice = holidays.find(({ date }, at) => holidays[at + 1]?.date === date);
  if (twice) faults.add('holidays', twice.date, 'must name a day once', 'Leave one of the two out.');
  faults.refuseIfAny();
  if (holds(table, { from, through, holidays })) refuse('holidays', `${from} to ${through}`, 'must be different from what is recorded already', 'There is nothing to record.');
  return [{ type: bankHolidaysRecorded.type, businessDate: today, payload: { jurisdiction, from, through, holidays, source } }];
}

/** The calendar years of which a span holds every day. */
function yearsWithin(from: IsoDate, through: IsoDate): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)) + (from.endsWith('-01-01') ? 0 : 1), Number(through.slice(0, 4)) - (through.endsWith('-12-31') ? 0 : 1)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at));
}
