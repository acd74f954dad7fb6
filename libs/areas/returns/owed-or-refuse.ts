import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { type OwedReturn, owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';

/** Which return a command is about. */
export const whichReturn = {
  provider: field.reference.nullable().default(null).describe('The member whose return it is; null: the lead.'),
  from: field.date.describe('The first day of its period.'),
  to: field.date.describe('The last day of its period.'),
};

export interface WhichReturn {
  readonly provider: string | null;
  readonly from: string;
  readonly to: string;
}

/** The return that a member owes for a reporting period of a contract that is registered. */
export function owedOrRefuse(state: ContractState, { provider, from, to }: WhichReturn, bankHolidays: BankHolidayTables): OwedReturn {
  const member = provider ?? state.terms!.lead;
  const owed = owedReturns(state, workingCalendar(state, bankHolidays));
  const ofMember = owed.filter((one) => one.provider === member);
  if (ofMember.length === 0) {
    const members = [...new Set(owed.map((one) => one.provider))];
    if (members.length === 0) refuse('from', from, 'must begin a reporting period, and the contract has none', 'Agree a reporting schedule first.');
    refuse('provider', member, 'must be a member of the contract', `Choose one of ${members.slice(0, 20).join(', ')}.`);
  }
  const found = ofMember.find((one) => one.from === from && one.to === to);
  if (found) return found;
  const near = [...ofMember].sort((one, other) => distance(one.from, from) - distance(other.from, from)).slice(0, 3);
  const told = near.sort((one, other) => (one.from < other.from ? -1 : 1)).map((one) => `${one.from} to ${one.to}`);
  return refuse('to', `${from} to ${to}`, 'must be a reporting period of the contract', `Choose one of its periods, such as ${told.join(', ')}.`);
}

function distance(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other));
}
