import { z } from 'zod';
import * as field from '../kernel/fields.js';

export const jurisdiction = z.enum(['england-and-wales', 'scotland', 'northern-ireland']);
export const regime = z.enum(['procurement-act-2023', 'provider-selection-regime', 'light-touch', 'earlier law', 'other']);
export const frequency = z.enum(['monthly', 'quarterly', 'half-yearly', 'annual']);

/** What a contract says of itself. `manager` is a person's opaque id; `valuePence` its whole-life value. */
export const contractTerms = z.strictObject({
  reference: field.reference,
  title: field.name(),
  directorate: field.name(),
  lead: field.reference.describe('The provider who leads.'),
  manager: field.person,
  startsOn: field.date,
  endsOn: field.date,
  valuePence: field.pence,
  jurisdiction,
  regime,
});
