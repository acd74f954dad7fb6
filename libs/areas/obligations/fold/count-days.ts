import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { type Reached, workingDaysAfter } from '#domain/kernel/working-days.js';

/** The day so many working days after another, under the calendar of a contract. */
export type CountDays = (from: IsoDate, workingDays: number) => Reached;

/** Days that were counted, by the table of bank holidays that they were counted with. */
const counted = new WeakMap<object, Map<string, Reached>>();
const MOST = 5_000;

/** Counts under the calendar of a contract. Many reports are made on one day, so what was counted once is kept. */
export function countDaysOf(state: ContractState, tables: BankHolidayTables): CountDays {
  const calendar = workingCalendar(state, tables);
  const table = tables[state.terms!.jurisdiction];
  const standstills = state.suspensions.length === 0 ? '' : JSON.stringify(state.suspensions);
  return (from, workingDays) => {
    const kept = keptFor(table);
    const key = `${from}/${workingDays}/${standstills}`;
    let reached = kept.get(key);
    if (!reached) kept.set(key, (reached = workingDaysAfter(from, workingDays, calendar)));
    return reached;
  };
}

function keptFor(table: object): Map<string, Reached> {
  let kept = counted.get(table);
  if (!kept) counted.set(table, (kept = new Map()));
  if (kept.size >= MOST) kept.clear();
  return kept;
}
