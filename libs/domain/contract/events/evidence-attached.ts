import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { quantityOf } from '../../kernel/quantity.js';
import { contractEvent, withCommitment, withReport } from '../contract-event.js';
import { evidence } from '../delivery-claim.js';

/** Evidence came for a report; `evidencedQuantity` is what all its evidence now supports (null: all of it). */
export const evidenceAttached = contractEvent(
  'EvidenceAttached',
  z.strictObject({
    commitment: field.reference,
    report: field.reference,
    evidence: z.array(evidence).min(1).max(200),
    evidencedQuantity: field.quantity.nullable(),
    attachedOn: field.date,
  }),
  (state, { commitment, report, evidence, evidencedQuantity }) =>
    withCommitment(state, commitment, (made) =>
      withReport(made, report, (stood) => ({
        ...stood,
        evidence: [...stood.evidence, ...evidence.map(({ id, kind, sha256 }) => ({ id, kind, sha256 }))],
        evidencedQuantity: evidencedQuantity === null ? null : quantityOf(evidencedQuantity),
      })),
    ),
);
