import { z } from 'zod';
import * as field from '#domain/kernel/fields.js';
import { evidenceHeldElsewhere } from '../evidence-given.js';
import { claim } from './claim.js';

/** What a request says of a claim: files come later, by upload, and the person who acts reports. */
export const claimBody = claim.omit({ reportedBy: true }).extend({
  reference: field.reference.nullable().default(null).describe('What it is to be called, unique in the authority; null: it is given a reference.'),
  evidence: z.array(evidenceHeldElsewhere).max(200).default([]).describe('Evidence that the authority holds elsewhere; files are sent to evidence-files.'),
});

/** The claim that a body states, by the person who acts. */
export function claimed<Body extends z.output<typeof claimBody>>(body: Body, reportedBy: string) {
  return { ...body, reportedBy, evidence: body.evidence.map((held) => ({ ...held, sha256: null })) };
}
