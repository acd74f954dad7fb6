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
  name: field.name().describe('What it is called.'),
  type: providerType.describe('What it is.'),
  /** Null: not said. */
  local: z.boolean().nullable().describe('Whether it is local; null: not said.'),
  place: field.label().describe('Where it is.'),
  companiesHouse: field.label(40).describe('Its number at Companies House.'),
  charityNumber: field.label(40).describe('Its number as a charity.'),
});
export type ProviderTerms = z.infer<typeof providerTerms>;
