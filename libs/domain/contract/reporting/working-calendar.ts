import type { BankHolidayTables } from '../../authority/bank-holidays/bank-holidays.js';
import type { WorkCalendar } from '../../kernel/working-days.js';
import type { ContractState } from '../state.js';

/** The days that are worked under a contract: those of its jurisdiction on which it is not suspended. */
export function workingCalendar({ terms, suspensions }: ContractState, tables: BankHolidayTables): WorkCalendar {
  const { names, through } = tables[terms!.jurisdiction];
  return { bankHolidays: names, knownThrough: through, standstills: suspensions };
}
