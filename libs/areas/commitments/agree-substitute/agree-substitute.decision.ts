import { z } from 'zod';
import { runningContractOrRefuse } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { substituteAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { combiningOf } from '#domain/measures/measure.js';
import { standingCommitmentOrRefuse } from '../commitment-or-refuse.js';
import { checkMoved, checkOwedIn } from '../moved-shortfall.js';

/** Agree that another commitment makes good what is lacking of a target, by so much more in a period. */
export const agreeSubstitute = z.strictObject({
  commitment: field.reference,
  from: field.date.describe('The first day of the target of which something is lacking.'),
  to: field.date.describe('Its last day.'),
  quantity: field.positiveQuantity.describe('How much of it is made good, in the measure’s unit; for FTE the posts held.'),
  by: z
    .strictObject({
      commitment: field.reference.describe('The commitment of the same contract that makes it good.'),
      from: field.date,
      to: field.date,
      quantity: field.positiveQuantity.describe('How much more it owes.'),
    })
    .describe('What is delivered instead, and when.'),
  reason: field.reason.describe('Why.'),
});
export type AgreeSubstitute = z.output<typeof agreeSubstitute>;

export function decideAgreeSubstitute(state: ContractState, command: AgreeSubstitute, { today }: { readonly today: string }): NewEvent[] {
  const commitment = standingCommitmentOrRefuse(state, command.commitment);
  runningContractOrRefuse(state, state.terms!.reference);
  const { from, to, quantity, by, reason } = command;
  const other = standingCommitmentOrRefuse(state, by.commitment);
  const faults = new Faults();
  checkMoved(faults, state, commitment, { from, to, quantity }, today);
  if (by.commitment === command.commitment) {
    faults.add('by.commitment', by.commitment, 'must be another commitment', 'To deliver more of the same later, carry the shortfall forward.');
  } else if (other.terms.basis !== 'contract' || combiningOf(other.terms.measure) === 'never') {
    faults.add('by.commitment', by.commitment, 'must be promised in the contract and counted in totals', 'Choose another, or make one.');
  } else {
    checkOwedIn(faults, state, other, by, by.quantity, 'by.', today);
  }
  faults.refuseIfAny();
  return [fact(substituteAgreed, today, { commitment: command.commitment, from, to, quantity, by, agreedOn: today, reason })];
}
