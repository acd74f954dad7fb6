import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { contractCompleted } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { contractOrRefuse } from '../contract-or-refuse.js';
import { onRecordLater } from '../on-record-later.js';

/** Say that a contract has run its course. Late reports, evidence and reviews are still taken. */
export const completeContract = z.strictObject({
  contract: field.reference,
  completedOn: field.date,
  reason: field.reason.nullable().default(null).describe('Why, if there is something to say.'),
});
export type CompleteContract = z.output<typeof completeContract>;

export function decideCompleteContract(state: ContractState, command: CompleteContract, { today }: { readonly today: string }): NewEvent[] {
  const { contract, completedOn, reason } = command;
  const { startsOn } = contractOrRefuse(state, contract);
  if (state.status === 'terminated') refuse('contract', contract, `must not have been ended, and it was on ${state.terminatedOn}`, 'Leave it as it is.');
  if (state.status === 'completed') refuse('contract', contract, 'must not be completed already', 'Leave it as it is.');
  const faults = new Faults();
  if (completedOn > today) faults.add('completedOn', completedOn, `must not be after today, ${today}`, 'Complete it once it has run its course.');
  if (completedOn < startsOn) faults.add('completedOn', completedOn, `must not lie before ${startsOn}, the day that the contract starts`, 'Give the day on which it ended.');
  faults.refuseIfAny();
  return [fact(contractCompleted, completedOn, { completedOn, ...onRecordLater(state, today, completedOn < today), ...(reason === null ? {} : { reason }) })];
}
