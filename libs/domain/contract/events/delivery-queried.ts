import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';

/** The reviewer asks a question; the report is undecided until it is answered and reviewed. */
export const deliveryQueried = contractEvent(
  'DeliveryQueried',
  z.strictObject({ commitment: field.reference, report: field.reference, question: erasableText(), reviewedOn: field.date, reviewedBy: field.person }),
  (state, { commitment, report }) => withCommitment(state, commitment, (made) => withReport(made, report, (stood) => ({ ...stood, decision: { kind: 'queried' } }))),
);
