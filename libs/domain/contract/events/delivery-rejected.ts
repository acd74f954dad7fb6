import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { reviewMethod } from '../review-method.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';

/** The reviewer does not accept the report. A first report stays in *reported* (rule 8); a rejected correction gives way to the report that it corrected (rule 7). */
export const deliveryRejected = contractEvent(
  'DeliveryRejected',
  z.strictObject({ commitment: field.reference, report: field.reference, reason: erasableText(), method: reviewMethod, reviewedOn: field.date, reviewedBy: field.person }),
  (state, { commitment, report }) => withCommitment(state, commitment, (made) => withReport(made, report, (stood) => ({ ...stood, decision: { kind: 'rejected' } }))),
);
