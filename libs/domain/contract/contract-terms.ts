import { z } from 'zod';
import { jurisdiction } from '../authority/bank-holidays/jurisdiction.js';
import * as field from '../kernel/fields.js';

export const regime = z.enum(['procurement-act-2023', 'provider-selection-regime', 'light-touch', 'earlier law', 'other']);
export const frequency = z.enum(['monthly', 'quarterly', 'half-yearly', 'annual', 'listed dates']);

/** What a contract says of itself. `manager` is a person's opaque id; `valuePence` its whole-life value. */
export const contractTerms = z.strictObject({
  reference: field.reference,
  title: field.name().describe('What the contract is called.'),
  directorate: field.name().describe('The part of the authority that runs it.'),
  lead: field.reference.describe('The provider who leads.'),
  manager: field.person,
  startsOn: field.date.describe('Its first day.'),
  endsOn: field.date.describe('Its last day.'),
  valuePence: field.pence.describe('Its whole-life value in whole pence.'),
  jurisdiction: jurisdiction.describe('Whose bank holidays count.'),
  regime: regime.describe('The law that it was bought under.'),
});
