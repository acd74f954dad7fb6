import { extendedUntil } from '#domain/contract/extended-until.js';
import { type OwedReturn, owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { returnKey } from '#domain/contract/return-key.js';
import type { ContractState } from '#domain/contract/state.js';
import { overlap, type Period } from '#domain/kernel/period.js';
import { AUTHORITY_RULES } from '../authority-rules.js';
import { type CountDays, countDaysOf } from './count-days.js';
import { type ObligationRow, obligationRow } from './obligation-row.js';
import type { Requests, RequestsByReturn } from './requests.js';

/** The returns of the periods that overlap one (null: of all), with the answers that are due to requests for more time. */
export function returnRows(state: ContractState, requests: RequestsByReturn, tables: BankHolidayTables, within: Period | null): readonly ObligationRow[] {
  const wanted = (period: Period) => within === null || overlap(period, within);
  const owed = owedReturns(state, workingCalendar(state, tables), wanted);
  const asked = [...requests.values()].filter(wanted);
  if (asked.length === 0) return owed.map((one) => returnRow(state, one));
  const byKey = new Map(owed.map((one) => [returnKey(one), one]));
  const count = countDaysOf(state, tables);
  return [...owed.map((one) => returnRow(state, one)), ...asked.flatMap((one) => requestRows(state, one, byKey.get(returnKey(one)), count))];
}

function returnRow(state: ContractState, owed: OwedReturn): ObligationRow {
  const { provider, from, to, reached, extension, dueOn, submitted, missed, beforeRecord } = owed;
  const until = extendedUntil(extension);
  const since = reached.from > to ? 'it came on record that it is owed' : 'the period ended';
  const how = { reached, since, extendedUntil: until } as const;
  const row = obligationRow(state.terms!, { kind: 'return', key: [provider, from, to], provider, from, to, about: '', dueOn, how, closedOn: submitted?.submittedOn ?? null });
  return { ...row, extension: extension?.standing ?? null, missed: missed !== undefined, set_aside: missed?.setAside ?? false, before_record: beforeRecord };
}

/** Once the return has come, or is no longer owed, nobody waits for an answer. */
function requestRows(state: ContractState, { provider, from, to, asked }: Requests, owed: OwedReturn | undefined, count: CountDays): readonly ObligationRow[] {
  const waits = owed !== undefined && owed.submitted === undefined && owed.extension?.standing === 'asked';
  const numbered = asked.map((one, index) => ({ ...one, number: index + 1 }));
  return numbered
    .filter(({ answeredOn, number }) => answeredOn !== null || (waits && number === asked.length))
    .map(({ on, answeredOn, number }) => {
      const kind = 'answer a request for more time';
      const reached = count(on, AUTHORITY_RULES[kind]);
      const how = { reached, since: 'more time was asked for', extendedUntil: null } as const;
      const period = { from, to };
      return obligationRow(state.terms!, { kind, key: [provider, from, to, number], provider: '', ...period, about: provider, dueOn: reached.date, how, closedOn: answeredOn });
    });
}
