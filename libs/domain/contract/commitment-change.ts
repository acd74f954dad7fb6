import { z } from 'zod';
import { erasableText } from '../kernel/event.js';
import * as field from '../kernel/fields.js';
import { quantityOf } from '../kernel/quantity.js';
import { commitmentTerms } from './commitment-terms.js';
import { withCommitment } from './contract-event.js';
import type { ContractState, Target } from './state.js';

/**
 * What a variation or a correction of a commitment states: all its terms as they now stand, and the targets that
 * change. A target is known by its period; a quantity of null takes it away.
 */
export const commitmentChange = z.strictObject({
  commitment: field.reference,
  terms: commitmentTerms.optional(),
  bidSentence: erasableText(2_000).nullable().optional(),
  targets: z
    .array(z.strictObject({ from: field.date, to: field.date, quantity: field.positiveQuantity.nullable() }))
    .max(500)
    .optional(),
  reason: erasableText(),
});
type CommitmentChange = z.infer<typeof commitmentChange>;

export function evolveCommitmentChange(
  state: ContractState,
  { commitment, terms, targets }: CommitmentChange,
  recorded: number,
): ContractState {
  return withCommitment(state, commitment, (made) => {
    const standing: Record<string, Target> = { ...made.targets };
    for (const { from, to, quantity } of targets ?? []) {
      if (quantity === null) delete standing[`${from}/${to}`];
      else standing[`${from}/${to}`] = { from, to, quantity: quantityOf(quantity) };
    }
    return { ...made, ...(terms ? { terms, termsSince: recorded } : {}), targets: standing };
  });
}
