import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';

/** A piece of evidence no longer stands behind a report. */
export const evidenceWithdrawn = contractEvent(
  'EvidenceWithdrawn',
  z.strictObject({ commitment: field.reference, report: field.reference, evidence: field.reference, reason: erasableText() }),
  (state, { commitment, report, evidence }) =>
    withCommitment(state, commitment, (made) =>
      withReport(made, report, (stood) => ({ ...stood, evidence: stood.evidence.filter(({ id }) => id !== evidence) })),
    ),
);
