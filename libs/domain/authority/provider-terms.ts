import { z } from 'zod';
import * as field from '../kernel/fields.js';

export const providerType = z.enum([
  'small business',
  'medium business',
  'large business',
  'charity or community',
  'social enterprise',
  'public body',
]);

/** What the authority knows of a provider. */
export const providerTerms = z.strictObject({
  reference: field.reference,
  name: field.name(),
  type: providerType,
  /** Null: not said. */
  local: z.boolean().nullable(),
  place: field.label(),
  companiesHouse: field.label(40),
  charityNumber: field.label(40),
});
export type ProviderTerms = z.infer<typeof providerTerms>;
