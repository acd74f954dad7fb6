import { z } from 'zod';
import { contractOrRefuse, type CountingDays } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { dueDateExtended } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkStillOwed } from '../check-still-owed.js';
import { owedOrRefuse, whichReturn } from '../owed-or-refuse.js';

/** Give more time for a return, whether or not the member asked for it. */
export const extendDueDate = z.strictObject({
  contract: field.reference,
  ...whichReturn,
  until: field.date.describe('The day on which the return is due instead.'),
  reason: field.reason.describe('Why.'),
});
export type ExtendDueDate = z.output<typeof extendDueDate>;

export function decideExtendDueDate(state: ContractState, command: ExtendDueDate, { today, bankHolidays }: CountingDays): NewEvent[] {
  // the last return falls due when the contract is over
  contractOrRefuse(state, command.contract);
  const owed = owedOrRefuse(state, command, bankHolidays);
  const { until, reason } = command;
  const faults = new Faults();
  checkStillOwed(faults, owed, until, owed.extension?.standing === 'asked' ? owed.extension.askedOn : null);
  faults.refuseIfAny();
  const { provider, from, to } = owed;
  return [fact(dueDateExtended, today, { provider, from, to, until, extendedOn: today, reason })];
}
