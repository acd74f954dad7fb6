import type { BankHolidayTables } from '../../authority/bank-holidays/bank-holidays.js';
import type { Standstill, WorkCalendar } from '../../kernel/working-days.js';
import type { ContractState, Suspension } from '../state.js';

/**
 * The days that are worked under a contract: those of its jurisdiction on which it is not suspended, as far as anybody could
 * know: where it was said later that it had been resumed, no clock had run until then.
 */
export function workingCalendar({ terms, suspensions }: ContractState, tables: BankHolidayTables): WorkCalendar {
  const { names, through } = tables[terms!.jurisdiction];
  return { bankHolidays: names, knownThrough: through, standstills: suspensions.map(standstill) };
}

function standstill({ from, to, clocksUntil }: Suspension): Standstill {
  return { from, to: clocksUntil !== undefined && to !== null && clocksUntil > to ? clocksUntil : to };
}
