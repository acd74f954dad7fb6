import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { quantityOf } from '../../kernel/quantity.js';
import { contractEvent } from '../contract-event.js';

/**
 * What is lacking of a target is to be delivered in a later period: there it is due, and not where it was. What was
 * promised stays what it was: figures of *committed* and *due* do not move.
 */
export const shortfallCarriedForward = contractEvent(
  'ShortfallCarriedForward',
  z.strictObject({
    commitment: field.reference,
    from: field.date,
    to: field.date,
    quantity: field.positiveQuantity,
    into: z.strictObject({ from: field.date, to: field.date }),
    agreedOn: field.date,
    reason: erasableText(),
  }),
  (state, { commitment, from, to, quantity, into }) => ({
    ...state,
    carriedForward: [...state.carriedForward, { commitment, of: { from, to }, quantity: quantityOf(quantity), into }],
  }),
);
