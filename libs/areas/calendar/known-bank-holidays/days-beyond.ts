import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { isClosed } from '#domain/contract/break-clause.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import { owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';

/** How many returns still owed, and breaches still to be put right, fall due on days of which nobody knows yet whether they are bank holidays. */
export function daysBeyond(state: ContractState, bankHolidays: BankHolidayTables): number {
  const calendar = workingCalendar(state, bankHolidays);
  const returns = owedReturns(state, calendar).filter(({ reached, submitted, extension }) => !submitted && extension?.standing !== 'granted' && reached.beyondKnown);
  const cases = Object.values(state.breakClauses)
    .flatMap((clause) => clause.cases)
    .filter((one) => !isClosed(one) && caseClock(one, calendar).putRightBy?.beyondKnown);
  return returns.length + cases.length;
}
