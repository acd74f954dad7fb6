import { z } from 'zod';
import { changeGiven, changeOrRefuse } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { openingBalanceBroughtForward } from '#domain/contract/events/index.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { checkWithinOneYear } from '#domain/kernel/one-year.js';
import { overlap, samePeriod } from '#domain/kernel/period.js';
import { quantityOf } from '#domain/kernel/quantity.js';
import { Faults } from '#domain/kernel/refusal.js';
import { refuseNoChange } from '#domain/kernel/restated.js';
import { checkLine } from '../check-line.js';
import { checkMember } from '../check-terms.js';
import { standingCommitmentOrRefuse } from '../commitment-or-refuse.js';

/** Bring forward what was delivered before the authority began to use the ledger (COUNTING.md rule 14). */
export const bringForwardOpeningBalance = z.strictObject({
  commitment: field.reference,
  provider: field.reference.nullable().default(null).describe('The member who delivered; null: the commitment’s, or all by their shares.'),
  from: field.date,
  to: field.date,
  quantity: field.quantity.describe('In the measure’s unit; for FTE the posts held, for hours × people the product.'),
  attestedBy: field.person.nullable().default(null),
  change: changeGiven.nullable().default(null).describe('Why, where this member and period were stated before.'),
});
export type BringForwardOpeningBalance = z.output<typeof bringForwardOpeningBalance>;

export function decideOpeningBalance(state: ContractState, command: BringForwardOpeningBalance, { today }: { readonly today: string }): NewEvent[] {
  const { change, ...balance } = command;
  const commitment = standingCommitmentOrRefuse(state, command.commitment);
  checkBalance(state, commitment, command, today);
  const before = held(commitment.openingBalances, `${command.provider ?? ''}/${command.from}/${command.to}`);
  const attested = command.attestedBy !== null;
  // Who attested it is not folded: another officer may always be named.
  if (before && !attested && !before.attested && before.quantity === quantityOf(command.quantity)) refuseNoChange('commitment', command.commitment);
  const told = changeOrRefuse(change, before !== undefined, 'a balance of this member and period was stated');
  return [fact(openingBalanceBroughtForward, before ? today : command.to, { ...balance, ...told })];
}

/** It may precede the contract, and what is to come is no opening balance. */
function checkBalance(state: ContractState, commitment: Commitment, balance: BringForwardOpeningBalance, today: string): void {
  const { provider, from, to, quantity } = balance;
  const { measure, provider: deliverer } = commitment.terms;
  const faults = new Faults();
  if (deliverer === null) checkMember(faults, state, provider);
  else if (provider !== null && provider !== deliverer) {
    faults.add('provider', provider, `must be ${deliverer}, who made the commitment`, `Leave it empty, or state it on a commitment of ${provider}.`);
  }
  if (checkWithinOneYear(faults, balance)) {
    checkLine(faults, measure, quantityOf(quantity), balance);
    if (to > today) faults.add('to', to, `must not be after today, ${today}`, 'Report what is delivered from now on; bring forward what was delivered before.');
    const member = provider ?? deliverer;
    const other = Object.values(commitment.openingBalances).find(
      (one) => overlap(one, balance) && !(samePeriod(one, balance) && one.provider === provider) && speaksFor(one.provider ?? deliverer, member),
    );
    if (other) {
      const rule = `must not overlap another opening balance of the commitment, and ${other.from} to ${other.to} has one`;
      faults.add('from', from, rule, 'State other days, or state that balance anew under its own days and member.');
    }
  }
  faults.refuseIfAny();
}

/** A balance that names no member speaks for all. */
function speaksFor(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
