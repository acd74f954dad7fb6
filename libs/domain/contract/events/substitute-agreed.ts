import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { quantityOf } from '../../kernel/quantity.js';
import { contractEvent } from '../contract-event.js';

/**
 * What is lacking of a target is to be made good by another commitment, which owes so much more in a period. Without
 * such an agreement more of the one never offsets less of the other.
 */
export const substituteAgreed = contractEvent(
  'SubstituteAgreed',
  z.strictObject({
    commitment: field.reference,
    from: field.date,
    to: field.date,
    quantity: field.positiveQuantity,
    by: z.strictObject({ commitment: field.reference, from: field.date, to: field.date, quantity: field.positiveQuantity }),
    agreedOn: field.date,
    reason: erasableText(),
  }),
  (state, { commitment, from, to, quantity, by }) => ({
    ...state,
    substitutes: [
      ...state.substitutes,
      {
        commitment,
        of: { from, to },
        quantity: quantityOf(quantity),
        by: { commitment: by.commitment, in: { from: by.from, to: by.to }, quantity: quantityOf(by.quantity) },
      },
    ],
  }),
);
