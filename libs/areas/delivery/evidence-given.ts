import { z } from 'zod';
import type { DeliveryClaim } from '#domain/contract/delivery-claim.js';
import type { Commitment } from '#domain/contract/state.js';
import * as field from '#domain/kernel/fields.js';
import { quantityOf, type Quantity } from '#domain/kernel/quantity.js';
import type { Faults } from '#domain/kernel/refusal.js';

/** A piece of evidence as it is handed in. A file is stored first and named here by its hash. */
export const evidenceGiven = z.strictObject({
  kind: field.name(60).describe('What it is: payroll, invoices, sign-in sheet.'),
  fileName: z.string().min(1).max(300).nullable().default(null).describe('Its name where it came from; null for none.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits')
    .nullable()
    .default(null)
    .describe('The stored file; null for what the authority holds elsewhere.'),
});
export type EvidenceGiven = z.infer<typeof evidenceGiven>;

/** Evidence that stays where it is: what a request without files may name. */
export const evidenceHeldElsewhere = evidenceGiven.omit({ sha256: true });

/** Evidence as events state it, under an id that is unique in its report. */
export function recordedEvidence({ kind, fileName, sha256 }: EvidenceGiven, id: string): DeliveryClaim['evidence'][number] {
  return { id, kind, ...(fileName === null ? {} : { fileName }), sha256 };
}

/**
 * What the evidence supports is said only where evidence is asked for, and of the same sign as what is reported. More
 * than is reported may be said: counting takes the smaller.
 */
export function checkEvidencedQuantity(faults: Faults, commitment: Commitment, evidenced: string | null, reported: Quantity | null): void {
  if (evidenced === null) return;
  const add = (rule: string, fix: string): void => faults.add('evidencedQuantity', evidenced, rule, fix);
  if (reported === null) add('must be left out where no quantity is reported', 'Leave it empty.');
  else if (commitment.terms.evidenceRequired.length === 0) {
    add('must be left out where the commitment asks for no evidence', 'Leave it empty; the whole quantity counts.');
  } else if (oppositeSigns(quantityOf(evidenced), reported)) {
    add('must have the sign of the reported quantity', 'Give what the evidence supports of the reported quantity.');
  }
}

function oppositeSigns(one: Quantity, other: Quantity): boolean {
  return (one < 0n && other >= 0n) || (one > 0n && other <= 0n);
}
