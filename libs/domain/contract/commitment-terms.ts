import { z } from 'zod';
import * as field from '../kernel/fields.js';
import { factors, measureTerms } from '../measures/measure.js';

export const basis = z.enum(['contract', 'beyond contract']);

/** What a commitment promises and how it is counted; unit value, kind and factors are frozen here (rule 2). */
export const commitmentTerms = z.strictObject({
  measure: measureTerms,
  provider: field.reference.nullable().describe('The member who delivers; null: all, by their shares.'),
  basis,
  bidReference: field.label(),
  critical: z.boolean(),
  evidenceRequired: z.array(field.name(60)).max(20),
  place: field.label(),
  beneficiaryGroup: field.label(),
  beneficiaryAgency: field.label(),
  priority: field.label(),
  tags: z.array(field.name(60)).max(50),
  factors,
});
