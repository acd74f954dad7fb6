import { z } from 'zod';
import { runningContractOrRefuse } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { shortfallCarriedForward } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { standingCommitmentOrRefuse } from '../commitment-or-refuse.js';
import { checkMoved, checkOwedIn } from '../moved-shortfall.js';

/** Agree that what is lacking of a target is delivered in a later period of the same commitment. */
export const carryShortfallForward = z.strictObject({
  commitment: field.reference,
  from: field.date.describe('The first day of the target of which something is lacking.'),
  to: field.date.describe('Its last day.'),
  quantity: field.positiveQuantity.describe('How much is to be delivered later, in the measure’s unit; for FTE the posts held.'),
  into: z.strictObject({ from: field.date, to: field.date }).describe('The later period: that of a target, or days that have none.'),
  reason: field.reason.describe('Why.'),
});
export type CarryShortfallForward = z.output<typeof carryShortfallForward>;

export function decideCarryShortfallForward(state: ContractState, command: CarryShortfallForward, { today }: { readonly today: string }): NewEvent[] {
  const commitment = standingCommitmentOrRefuse(state, command.commitment);
  runningContractOrRefuse(state, state.terms!.reference);
  const { from, to, quantity, into, reason } = command;
  const faults = new Faults();
  checkMoved(faults, state, commitment, { from, to, quantity }, today);
  if (into.from <= to) faults.add('into.from', into.from, `must lie after ${to}, the last day of the target`, 'Carry it forward, not back.');
  else checkOwedIn(faults, state, commitment, into, quantity, 'into.', today);
  faults.refuseIfAny();
  return [fact(shortfallCarriedForward, today, { commitment: command.commitment, from, to, quantity, into, agreedOn: today, reason })];
}
