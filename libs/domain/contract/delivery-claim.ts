import { z } from 'zod';
import { erasableText } from '../kernel/event.js';
import * as field from '../kernel/fields.js';
import { quantityOf, type Quantity } from '../kernel/quantity.js';
import { hoursTimesPeople } from '../measures/count.js';
import type { DeliveryReport } from './state.js';

export const evidence = z.strictObject({
  /** Unique within the report. */
  id: field.reference,
  kind: field.name(60),
  /** Absent for evidence that the authority holds elsewhere. */
  fileName: erasableText(300).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
});

/** What a delivery report or a correction claims. One of quantity, hours × people, or text, as the measure asks. */
export const deliveryClaim = z.strictObject({
  report: field.reference,
  commitment: field.reference,
  provider: field.reference.nullable().describe('The member who delivered; null: the commitment’s, or all by their shares.'),
  from: field.date,
  to: field.date,
  quantity: field.quantity.optional(),
  hours: field.quantity.optional(),
  people: z.int().min(0).max(100_000_000).optional(),
  text: erasableText().optional(),
  /** A dated item, or the period's total. */
  item: z.boolean(),
  inAddition: z.boolean(),
  description: erasableText().optional(),
  evidence: z.array(evidence).max(200),
  evidencedQuantity: field.quantity.nullable(),
  reportedOn: field.date,
  reportedBy: field.person,
  /** Which side logged it. */
  side: z.enum(['provider', 'authority']),
  /** Why an unusual figure is right (rule 16), or why an earlier report is corrected. */
  reason: erasableText().optional(),
});
export type DeliveryClaim = z.infer<typeof deliveryClaim>;

/** The quantity that people typed: for hours × people the product; null for texts. */
export function typedQuantity(claim: Pick<DeliveryClaim, 'quantity' | 'hours' | 'people'>): Quantity | null {
  if (claim.quantity !== undefined) return quantityOf(claim.quantity);
  if (claim.hours !== undefined && claim.people !== undefined) return hoursTimesPeople(quantityOf(claim.hours), claim.people);
  return null;
}

export function reportOf(claim: DeliveryClaim, root: string, corrects: string | null, recorded: number): DeliveryReport {
  return {
    reference: claim.report,
    root,
    corrects,
    provider: claim.provider,
    from: claim.from,
    to: claim.to,
    quantity: typedQuantity(claim),
    item: claim.item,
    inAddition: claim.inAddition,
    evidence: claim.evidence.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })),
    evidencedQuantity: claim.evidencedQuantity === null ? null : quantityOf(claim.evidencedQuantity),
    reportedBy: claim.reportedBy,
    recorded,
    decision: null,
    standing: 'stands',
  };
}
