import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { quantityOf } from '../../kernel/quantity.js';
import { factors } from '../../measures/measure.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';
import { reviewMethod } from '../review-method.js';

/**
 * A reviewer accepted a report, in whole or in part (rule 5). `accepted` is in the terms that people type: posts for
 * FTE, the product for hours × people; null for texts. `factors` replace the commitment's, factor by factor (rule 6).
 */
export const deliveryValidated = contractEvent(
  'DeliveryValidated',
  z.strictObject({
    commitment: field.reference,
    report: field.reference,
    part: z.boolean(),
    accepted: field.quantity.nullable(),
    method: reviewMethod,
    reviewedOn: field.date,
    reviewedBy: field.person,
    /** The reviewer entered the report, which this authority allows and counts. */
    selfReviewed: z.boolean(),
    reason: erasableText().optional(),
    factors,
  }),
  (state, { commitment, report, accepted, factors }) =>
    withCommitment(state, commitment, (made) =>
      withReport(made, report, (stood) => ({
        ...stood,
        decision: { kind: 'validated', accepted: accepted === null ? 0n : quantityOf(accepted), factors },
      })),
    ),
);
