import { z } from 'zod';
import type { DeliveryClaim } from '#domain/contract/delivery-claim.js';
import * as field from '#domain/kernel/fields.js';
import { evidenceGiven, recordedEvidence } from '../evidence-given.js';

const text = z.string().max(10_000).nullable().default(null);

/** What a delivery report and a correction claim alike. Blank is null; which figures are given, the measure decides. */
export const claim = z.strictObject({
  reference: field.reference.describe('What the report or correction is called, unique in the authority.'),
  provider: field.reference.nullable().default(null).describe('The member who delivered; null: the commitment’s, or all by their shares.'),
  from: field.date,
  to: field.date,
  quantity: field.quantity.nullable().default(null).describe('As people type it: for FTE, posts held.'),
  hours: field.quantity.nullable().default(null).describe('For hours × people.'),
  people: z.int().min(0).max(100_000_000).nullable().default(null).describe('For hours × people.'),
  text: text.describe('For measures of kind text.'),
  item: z.boolean().default(false).describe('A dated item; otherwise the period’s total.'),
  inAddition: z.boolean().default(false).describe('An item beside a total of the same days, or the reverse, and not part of it.'),
  description: text.describe('What was done.'),
  evidence: z.array(evidenceGiven).max(200).default([]),
  evidencedQuantity: field.quantity.nullable().default(null).describe('What the evidence supports, where evidence is required; null: all.'),
  reportedOn: field.date,
  reportedBy: field.person,
  side: z.enum(['provider', 'authority']).default('authority').describe('Which side logs it.'),
  reason: text.describe('Why an unusual figure is right, or why a report is corrected.'),
});
export type Claim = z.infer<typeof claim>;

/** A command whose sender may leave it to the ledger what its report is called. */
export type Unnamed<Command extends Claim> = Omit<Command, 'reference'> & { readonly reference: string | null };

/** The claim as its event states it: what is blank is left out. */
export function stated(command: Claim, commitment: string): DeliveryClaim {
  const { reference, provider, from, to, item, inAddition, evidencedQuantity, reportedOn, reportedBy, side } = command;
  return {
    report: reference,
    commitment,
    provider,
    from,
    to,
    ...(command.quantity === null ? {} : { quantity: command.quantity }),
    ...(command.hours === null ? {} : { hours: command.hours }),
    ...(command.people === null ? {} : { people: command.people }),
    ...(command.text ? { text: command.text } : {}),
    item,
    inAddition,
    ...(command.description ? { description: command.description } : {}),
    evidence: command.evidence.map((given, index) => recordedEvidence(given, `E${index + 1}`)),
    evidencedQuantity,
    reportedOn,
    reportedBy,
    side,
    ...(command.reason ? { reason: command.reason } : {}),
  };
}
