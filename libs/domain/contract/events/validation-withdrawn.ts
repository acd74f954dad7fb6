import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';

/** A validation is taken back, from this moment on (rule 8). The report waits for review again. */
export const validationWithdrawn = contractEvent(
  'ValidationWithdrawn',
  z.strictObject({ commitment: field.reference, report: field.reference, reason: erasableText() }),
  (state, { commitment, report }) => withCommitment(state, commitment, (made) => withReport(made, report, (stood) => ({ ...stood, decision: null }))),
);
