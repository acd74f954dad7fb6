import { z } from 'zod';
import { penceFigures, quantityFigures } from '#areas/totals/index.js';
import { basis } from '#domain/contract/commitment-terms.js';
import { factors, measureTerms } from '#domain/measures/measure.js';

/** The shapes that several answers about contracts share. */

export const day = (description: string) => z.string().describe(`${description}: yyyy-mm-dd.`);
export const decimal = (description: string) => z.string().describe(`${description}; a decimal of at most 6 places.`);
export const told = (description: string) => z.string().nullable().describe(`${description} Null: none was given. A text that was erased reads “erased”.`);

export const namedProvider = z
  .strictObject({
    reference: z.string().describe('The reference of the provider.'),
    name: z.string().describe('Its name; blank while the authority has not registered it.'),
  })
  .meta({ id: 'NamedProvider', description: 'A provider.' });

export const contractStatus = z.enum(['running', 'completed', 'terminated']).describe('Whether it runs, has been completed, or was ended before its time.');

export const period = z
  .strictObject({ from: day('The first day'), to: day('The last day') })
  .meta({ id: 'Period', description: 'From one day to another, both counted.' });

export const target = z
  .strictObject({ from: day('The first day'), to: day('The last day'), quantity: decimal('So much, as it was agreed; for FTE, posts held') })
  .meta({ id: 'Target', description: 'So much by when.' });

/** A commitment with its figures to date, as a contract shows it and as it is shown by itself. */
export const commitmentFields = {
  reference: z.string().describe('The reference of the commitment.'),
  measure: measureTerms.describe('What is counted, as frozen into the commitment.'),
  provider: namedProvider.nullable().describe('The member who delivers; null: all, by their shares.'),
  basis: basis.describe('Whether it was promised in the contract.'),
  critical: z.boolean().describe('Whether missing it is a condition of a break clause.'),
  bidSentence: told('What the bid says, in its own words.'),
  bidReference: z.string().describe('Where the bid says it; may be blank.'),
  evidenceRequired: z.array(z.string()).describe('The kinds of evidence asked for.'),
  place: z.string().describe('Where it is delivered; may be blank.'),
  beneficiaryGroup: z.string().describe('For whom; may be blank.'),
  beneficiaryAgency: z.string().describe('Which agency its beneficiaries are known to; may be blank.'),
  priority: z.string().describe('The priority of the authority that it serves; may be blank.'),
  tags: z.array(z.string()).describe('Its own tags; those of its measure stand there.'),
  factors: factors.describe('Its own factors, which replace the measure’s; null keeps the measure’s.'),
  withdrawn: z.boolean().describe('Whether it no longer stands; what was delivered on it still counts.'),
  targets: z.array(target).describe('So much by when, in the order of the periods.'),
  pence: penceFigures.describe('Its figures to date in pence, each null where its measure has no value.'),
  quantities: z.array(quantityFigures).describe('Its figures to date by quantity; none for texts.'),
  reports: z.int().describe('Delivery reports in force.'),
  undecidedReports: z.int().describe('Of these, how many wait for a decision.'),
};

export const commitment = z.strictObject(commitmentFields).meta({ id: 'Commitment', description: 'What a provider promised, and how far it is.' });

export const ofTotals = {
  figuresPosition: z.int().describe('The last entry of the ledger that the figures know.'),
  dueOn: day('The day on which “due” is taken'),
};
