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
    /** The day on which it came on record, where its days were over by then and the contract was on record before: nobody can miss it. */
    onRecordFrom: field.date.optional(),
    /** Why an unusual figure is right (rule 16). */
    reason: erasableText().optional(),
  }),
  (state, { commitment, from, to, quantity, onRecordFrom }) =>
    withCommitment(state, commitment, (made) => ({
      ...made,
      targets: { ...made.targets, [`${from}/${to}`]: { from, to, quantity: quantityOf(quantity), ...(onRecordFrom === undefined ? {} : { judgedBy: 0n }) } },
    })),
);
