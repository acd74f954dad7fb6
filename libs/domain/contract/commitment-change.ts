import { z } from 'zod';
import type { IsoDate } from '../kernel/date.js';
import { erasableText } from '../kernel/event.js';
import * as field from '../kernel/fields.js';
import { held } from '../kernel/lookup.js';
import { quantityOf } from '../kernel/quantity.js';
import { commitmentTerms } from './commitment-terms.js';
import { withCommitment } from './contract-event.js';
import type { ContractState, Target } from './state.js';

/**
 * What a variation or a correction of a commitment states: all its terms as they now stand, and the targets that
 * change. A target is known by its period; a quantity of null takes it away. A variation holds from the day on which it
 * was agreed: nobody misses more of a target than was agreed while its days ran, or by being critical since.
 */
export const commitmentChange = z.strictObject({
  commitment: field.reference,
  terms: commitmentTerms.optional(),
  bidSentence: erasableText(2_000).nullable().optional(),
  targets: z
    .array(z.strictObject({ from: field.date, to: field.date, quantity: field.positiveQuantity.nullable() }))
    .max(500)
    .optional(),
  /** The day on which a variation was agreed; absent: what is stated was so from the beginning. */
  since: field.date.optional(),
  reason: erasableText(),
});
type CommitmentChange = z.infer<typeof commitmentChange>;

export function evolveCommitmentChange(
  state: ContractState,
  { commitment, terms, targets, since: agreedOn }: CommitmentChange,
  recorded: number,
): ContractState {
  const since = agreedOn ?? null;
  return withCommitment(state, commitment, (made) => {
    const standing: Record<string, Target> = { ...made.targets };
    for (const { from, to, quantity } of targets ?? []) {
      if (quantity === null) delete standing[`${from}/${to}`];
      else standing[`${from}/${to}`] = restated(held(made.targets, `${from}/${to}`), { from, to, quantity: quantityOf(quantity) }, since);
    }
    // what was promised beyond the contract could not be missed
    const joinsContract = since !== null && terms?.basis === 'contract' && made.terms.basis !== 'contract';
    if (joinsContract) for (const [key, target] of Object.entries(standing)) if (target.to < since) standing[key] = { ...target, judgedBy: 0n };
    const newProvider = terms !== undefined && terms.provider !== made.terms.provider;
    const becameCritical = terms?.critical === true && !made.terms.critical;
    return {
      ...made,
      ...(terms ? { terms, termsSince: recorded } : {}),
      ...(becameCritical ? { criticalSince: since } : {}),
      ...(newProvider ? { providerSince: since } : {}),
      targets: standing,
    };
  });
}

/** A target as it is stated anew: agreed once its days were over, no more of it can be missed than before. */
function restated(stood: Target | undefined, target: Target, since: IsoDate | null): Target {
  const before = stood?.judgedBy ?? stood?.quantity ?? 0n;
  const overBefore = stood?.judgedBy !== undefined || (since !== null && target.to < since);
  return overBefore && before < target.quantity ? { ...target, judgedBy: before } : target;
}
