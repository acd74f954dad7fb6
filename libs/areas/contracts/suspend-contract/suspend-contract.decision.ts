import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { contractSuspended } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { runningContractOrRefuse } from '../contract-or-refuse.js';

/** Suspend a contract: from a day on nothing falls due and no clock runs, until it is resumed. */
export const suspendContract = z.strictObject({
  contract: field.reference,
  from: field.date.describe('The first day on which it stands still.'),
  reason: field.reason.describe('Why.'),
});
export type SuspendContract = z.output<typeof suspendContract>;

export function decideSuspendContract(state: ContractState, command: SuspendContract, { today }: { readonly today: string }): NewEvent[] {
  const { contract, from, reason } = command;
  const { startsOn } = runningContractOrRefuse(state, contract);
  const last = state.suspensions.at(-1);
  if (last?.to === null) refuse('contract', contract, `must not be suspended already, and it is since ${last.from}`, 'Resume it first.');
  const faults = new Faults();
  if (from > today) faults.add('from', from, `must not be after today, ${today}`, 'Suspend it once the day has come.');
  if (from < startsOn) faults.add('from', from, `must not lie before ${startsOn}, the day that the contract starts`, 'Mend the day.');
  if (last?.to && from <= last.to) faults.add('from', from, `must lie after ${last.to}, the last day of the suspension before`, 'Mend the day.');
  faults.refuseIfAny();
  return [fact(contractSuspended, from, { from, reason })];
}
