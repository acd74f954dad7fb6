import { type BankHolidayTables, holds } from '#domain/authority/bank-holidays/bank-holidays.js';
import { type Fault, Refusal } from '#domain/kernel/refusal.js';
import { decideRecordBankHolidays, type RecordBankHolidays } from '../record-bank-holidays/record-bank-holidays.decision.js';
import type { StatedYears } from './whole-years.js';

/** What a file comes to beside the tables that stand. */
export interface WhatIsNew {
  readonly toRecord: readonly RecordBankHolidays[];
  /** What stands like that already. */
  readonly asRecorded: readonly StatedYears[];
}

/**
 * Tells what there is to record of what is stated; all of it is checked, so that nothing is recorded of a file of which
 * some would be refused.
 * @param source where the file comes from
 * @throws {Refusal} with the faults of every jurisdiction, each field named by it: `scotland.from`
 */
export function whatIsNew(bankHolidays: BankHolidayTables, stated: readonly StatedYears[], { source, today }: { readonly source: string; readonly today: string }): WhatIsNew {
  const asRecorded = stated.filter((years) => holds(bankHolidays[years.jurisdiction], years));
  const toRecord = stated.filter((years) => !asRecorded.includes(years)).map(({ holidays, ...years }) => ({ ...years, holidays: [...holidays], source }));
  const faults = toRecord.flatMap((command) => faultsOf(bankHolidays, command, today));
  const [first, ...rest] = faults;
  if (first) throw new Refusal([first, ...rest]);
  return { toRecord, asRecorded };
}

function faultsOf(bankHolidays: BankHolidayTables, command: RecordBankHolidays, today: string): readonly Fault[] {
  try {
    decideRecordBankHolidays({ bankHolidays }, command, { today });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults.map((fault) => ({ ...fault, field: `${command.jurisdiction}.${fault.field}` }));
  }
}
