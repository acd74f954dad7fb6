import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';

/** The question is answered; the report waits for review again. */
export const queryAnswered = contractEvent(
  'QueryAnswered',
  z.strictObject({ commitment: field.reference, report: field.reference, answer: erasableText(), answeredOn: field.date, answeredBy: field.person }),
  (state, { commitment, report }) => withCommitment(state, commitment, (made) => withReport(made, report, (stood) => ({ ...stood, decision: null }))),
);
