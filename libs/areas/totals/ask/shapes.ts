import { z } from 'zod';
import { DIMENSIONS } from './dimension.js';

/** The shapes of answers about totals (INTERFACE.md), for the API's document and the command line alike. */

const pence = z.int().nullable().describe('Whole pence; null where nothing here has a value.');
const decimal = z.string().describe('A decimal of at most 6 places.');

const figures = <Value extends z.ZodType>(value: Value) => ({
  committed: value,
  due: value,
  reported: value,
  evidenced: value,
  validated: value,
  additional: value,
  notAssessed: value,
  underCorrection: value,
  broughtForward: value,
});

export const key = z
  .strictObject(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, z.string().optional().describe(`The value of ${dimension}.`)])) as Record<(typeof DIMENSIONS)[number], z.ZodOptional<z.ZodString>>)
  .describe('The value of each dimension asked for; a blank one is "".');

export const penceFigures = z.strictObject(figures(pence)).meta({ id: 'PenceFigures' });
export const quantityFigures = z
  .strictObject({ measure: z.string().describe('The measure’s reference.'), unit: z.string().describe('Its unit.'), ...figures(decimal) })
  .meta({ id: 'QuantityFigures', description: 'The quantities of one measure; units do not add.' });

export const totalsRow = z
  .strictObject({
    id: z.string().describe('Says all that a trace of this row needs.'),
    key,
    pence: penceFigures.describe('The figures in pence.'),
    quantities: z.array(quantityFigures).describe('The figures in quantities, measure by measure.'),
  })
  .meta({ id: 'TotalsRow' });

export const coverage = z
  .strictObject({
    contracts: z.int().describe('Contracts running on any day of the years asked about.'),
    withCommitments: z.int().describe('With a commitment of basis contract.'),
    returned: z.int().describe('With a return from every member for every reporting period that ended.'),
    decided: z.int().describe('Without a delivery report that waits for a decision.'),
    value: z
      .strictObject({
        contracts: z.int().describe('Pence.'),
        withCommitments: z.int().describe('Pence.'),
        returned: z.int().describe('Pence.'),
        decided: z.int().describe('Pence.'),
      })
      .describe('The same by contract value, in pence.'),
    validatedPerPound: z.string().nullable().describe('Validated value per pound of contract value, to 4 places.'),
  })
  .meta({ id: 'Coverage' });

export const totals = z
  .strictObject({
    authority: z.string().describe('The code of the authority.'),
    position: z.int().describe('The last entry of the ledger that these totals know.'),
    knownAt: z.string().nullable().describe('What was asked; null: now.'),
    recordedAt: z.string().nullable().describe('When that entry was recorded.'),
    deliveredTo: z.string().nullable().describe('The day that figures are limited to; null: no limit.'),
    dueOn: z.string().describe('The day on which “due” is taken.'),
    yearBasis: z.enum(['delivered', 'posted']).describe('Years of delivery, or of posting.'),
    by: z.array(z.enum(DIMENSIONS)).describe('The dimensions asked for.'),
    overlapping: z.boolean().describe('True by tag: an amount with two tags is in two rows, so rows do not add up.'),
    rows: z.array(totalsRow).describe('A row for each key; those in which everything is 0 are left out.'),
    coverage: coverage.describe('How much of the authority’s contracts this covers.'),
  })
  .meta({ id: 'Totals' });
export type TotalsAnswer = z.infer<typeof totals>;

export const kept = z
  .strictObject({
    authority: z.string().describe('The code of the authority.'),
    position: z.int().describe('The last entry of the ledger that is known here.'),
    deliveredTo: z.string().describe('The day by which periods must have ended.'),
    rows: z.array(
      z
        .strictObject({
          key,
          due: z.int().describe('Pence due to date.'),
          kept: z.int().describe('Pence kept of it, commitment by commitment.'),
          overDelivery: z.int().describe('Pence validated beyond what was due; it never offsets a shortfall.'),
          percent: z.string().nullable().describe('Kept of due, to one place; null while nothing is due.'),
          unvaluedDue: z.int().describe('Commitments without a value that are due, by number.'),
          unvaluedKept: z.int().describe('Those of them that are kept.'),
        })
        .meta({ id: 'KeptRow' }),
    ).describe('A row for each key.'),
  })
  .meta({ id: 'Kept' });
export type KeptAnswer = z.infer<typeof kept>;

export const entry = z
  .strictObject({
    id: z.string().describe('Says all that seeing its events needs.'),
    position: z.int().describe('The entry of the ledger that made it.'),
    eventId: z.string().describe('The event’s id.'),
    event: z.string().describe('The type of the event that made the entry.'),
    recordedAt: z.string().describe('When the event was recorded: an instant in UTC.'),
    contract: z.string().describe('The contract’s reference.'),
    commitment: z.string().describe('The commitment’s reference.'),
    provider: z.string().describe('The member whose amount it is.'),
    period: z
      .strictObject({ from: z.string().describe('Its first day.'), to: z.string().describe('Its last day.') })
      .describe('The period that the amount belongs to.'),
    postedYear: z.string().describe('The financial year that the change was posted to.'),
    figure: z.string().describe('The figure that it changes.'),
    pence,
    quantity: decimal,
  })
  .meta({ id: 'Entry' });
export type EntryAnswer = z.infer<typeof entry>;

export const difference = z
  .strictObject({
    authority: z.string().describe('The code of the authority.'),
    from: z.int().describe('The earlier position.'),
    to: z.int().describe('The later position.'),
    by: z.array(z.enum(DIMENSIONS)).describe('The dimensions asked for.'),
    rows: z
      .array(
        z
          .strictObject({
            key,
            pence: penceFigures.describe('What each figure gained, or lost, in pence.'),
            quantities: z.array(quantityFigures).describe('The same in quantities.'),
          })
          .meta({ id: 'DifferenceRow' }),
      )
      .describe('The keys in which something changed.'),
    events: z
      .array(
        z
          .strictObject({
            position: z.int().describe('The entry of the ledger.'),
            eventId: z.string().describe('The event’s id.'),
            event: z.string().describe('Its type.'),
            recordedAt: z.string().describe('When it was recorded: an instant in UTC.'),
            actor: z.string().describe('Who recorded it.'),
            reason: z.string().nullable().describe('Why, where a reason was given.'),
            contract: z.string().describe('The contract’s reference.'),
            commitment: z.string().describe('The commitment’s reference.'),
            pence: penceFigures.describe('What the event changed of each figure.'),
          })
          .meta({ id: 'DifferenceEvent' }),
      )
      .describe('The events that made the difference, in the order of the ledger.'),
    moreEvents: z.boolean().describe('True where only the first 1,000 events are listed.'),
  })
  .meta({ id: 'Difference' });
export type DifferenceAnswer = z.infer<typeof difference>;
