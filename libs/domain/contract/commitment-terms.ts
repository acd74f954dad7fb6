import { z } from 'zod';
import * as field from '../kernel/fields.js';
import { factors, measureTerms } from '../measures/measure.js';

export const basis = z.enum(['contract', 'beyond contract']);

/** What a commitment promises and how it is counted; unit value, kind and factors are frozen here (rule 2). */
export const commitmentTerms = z.strictObject({
  measure: measureTerms,
  provider: field.reference.nullable().describe('The member who delivers; null: all, by their shares.'),
  basis: basis.describe('Promised in the contract, or delivered beyond it.'),
  bidReference: field.label().describe('Where in the bid the sentence stands.'),
  critical: z.boolean().describe('Whether missing it may meet a break clause.'),
  evidenceRequired: z.array(field.name(60)).max(20).describe('The kinds of evidence asked for; none: none is asked.'),
  place: field.label().describe('Where it is delivered.'),
  beneficiaryGroup: field.label().describe('Whom it is for.'),
  beneficiaryAgency: field.label().describe('The agency that works with them.'),
  priority: field.label().describe('The authority’s priority that it serves.'),
  tags: z.array(field.name(60)).max(50).describe('Free labels; a lens whose lines may overlap.'),
  factors: factors.describe('What replaces the measure’s factors; a blank keeps the measure’s.'),
});
