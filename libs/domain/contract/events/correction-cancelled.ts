import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';

/** The provider takes a correction back: the report that it corrected stands again (rule 7). */
export const correctionCancelled = contractEvent(
  'CorrectionCancelled',
  z.strictObject({ commitment: field.reference, report: field.reference, reason: erasableText() }),
  (state, { commitment, report }) => withCommitment(state, commitment, (made) => withReport(made, report, (stood) => ({ ...stood, standing: 'cancelled' }))),
);
