import { dueItems, type Owed, owedQuantities } from '#domain/contract/consequences/due-items.js';
import { lastDayOf } from '#domain/contract/reporting/reporting-periods.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import { checkWithinOneYear } from '#domain/kernel/one-year.js';
import { overlap, type Period, samePeriod } from '#domain/kernel/period.js';
import { type Quantity, quantityOf, quantityText } from '#domain/kernel/quantity.js';
import type { Faults } from '#domain/kernel/refusal.js';
import { checkLine } from './check-line.js';

/** Notes why so much of a target cannot be owed elsewhere: the commitment owes nothing for the period, or less than that. */
export function checkMoved(faults: Faults, state: ContractState, commitment: Commitment, { from, to, quantity }: Period & { readonly quantity: string }, today: string): void {
  const owed = owedQuantities(state, commitment);
  const target = owed.find((one) => samePeriod(one, { from, to }));
  const { unit } = commitment.terms.measure;
  if (!target) {
    const known = owed.slice(0, 5).map((one) => `${one.from} to ${one.to}`);
    faults.add('to', `${from} to ${to}`, 'must be the period of a target of the commitment', known.length > 0 ? `Choose one, such as ${known.join(', ')}.` : 'Agree a target first.');
  } else if (to >= today) {
    faults.add('to', `${from} to ${to}`, `must be over, and it is ${today}`, 'Until then nothing is lacking: vary the targets instead.');
  } else if (quantityOf(quantity) === 0n) {
    faults.add('quantity', quantity, 'must be more than nothing', 'Give what is lacking.');
  } else {
    const left = lacking(state, commitment, target);
    if (quantityOf(quantity) > left) {
      faults.add('quantity', quantity, `must be at most ${quantityText(left)} (${unit}), which is what is lacking for ${from} to ${to}`, 'Give at most that.');
    }
  }
}

/** What is owed and not validated; of FTE, whose posts count by days, all that is owed. */
function lacking(state: ContractState, commitment: Commitment, owed: Owed): Quantity {
  const item = dueItems(state, commitment, owed).find((one) => samePeriod(one, owed));
  const validated = item === undefined || commitment.terms.measure.kind === 'FTE' || item.validated.quantity < 0n ? 0n : item.validated.quantity;
  return owed.quantity > validated ? owed.quantity - validated : 0n;
}

/** Notes why a quantity cannot be owed in a period: it overlaps another target of the commitment, or cannot be counted. */
export function checkOwedIn(faults: Faults, state: ContractState, commitment: Commitment, period: Period, quantity: string, at: string, today: string): void {
  if (!checkWithinOneYear(faults, period, at)) return;
  // nobody can deliver in days that are over, and more must not be missed of them than was agreed then
  if (period.to < today) faults.add(`${at}to`, period.to, `must not lie before today, ${today}`, 'Give days in which it can still be delivered.');
  const last = lastDayOf(state);
  if (last !== null && period.to > last) faults.add(`${at}to`, period.to, `must not lie after ${last}, the last day of the contract`, 'Give days while the contract runs.');
  const other = owedQuantities(state, commitment).find((one) => !samePeriod(one, period) && overlap(one, period));
  if (other) {
    faults.add(`${at}from`, period.from, `must not overlap another target of ${commitment.reference}, and ${other.from} to ${other.to} has one`, 'Give the period of that target, or days that have none.');
  }
  checkLine(faults, commitment.terms.measure, quantityOf(quantity), period, at);
}
