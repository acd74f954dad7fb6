import { z } from 'zod';
import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { answeredLater } from '#domain/contract/consequences/silence.js';
import { fact } from '#domain/contract/contract.js';
import { returnMissed } from '#domain/contract/events/index.js';
import { type OwedReturn, owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';

/** Record, of all contracts of an authority, which returns had not come by the day on which they were due. */
export const markMissedReturns = z.strictObject({
  on: field.date.describe('The day on which it is looked: what was due before it and has not come was missed.'),
});
export type MarkMissedReturns = z.output<typeof markMissedReturns>;

/**
 * The returns of one contract that were due before a day, have not come, and are not recorded as missed. Where a member
 * waits for an answer to its question for more time, nothing is recorded, nor of what was due before the contract came on
 * record.
 *
 * @param on the day as of which it is looked: what was due before it was missed
 * @param today the day on which somebody looks
 */
export function decideMissedReturns(state: ContractState, on: string, bankHolidays: BankHolidayTables, today = on): NewEvent[] {
  if (state.terms === null) return [];
  return owedReturns(state, workingCalendar(state, bankHolidays))
    .filter((owed) => wasMissed(owed, on))
    .map(({ provider, from, to, dueOn }) => fact(returnMissed, today, { provider, from, to, dueOn: dueOn!, foundOn: today }));
}

function wasMissed({ dueOn, submitted, missed, extension, beforeRecord }: OwedReturn, on: string): boolean {
  return dueOn !== null && answeredLater(dueOn, extension) < on && !beforeRecord && !submitted && !missed && extension?.standing !== 'asked';
}
