import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { quantityOf } from '../../kernel/quantity.js';
import { contractEvent, withCommitment } from '../contract-event.js';

/** So much by when: a commitment's target for a period. For FTE the quantity is posts held. */
export const targetAgreed = contractEvent(
  'TargetAgreed',
  z.strictObject({
    commitment: field.reference,
    from: field.date,
    to: field.date,
    quantity: field.positiveQuantity,
    /** Why an unusual figure is right (rule 16). */
    reason: erasableText().optional(),
  }),
  (state, { commitment, from, to, quantity }) =>
    withCommitment(state, commitment, (made) => ({
      ...made,
      targets: { ...made.targets, [`${from}/${to}`]: { from, to, quantity: quantityOf(quantity) } },
    })),
);
