import { z } from 'zod';
import { day, namedProvider, period } from '#areas/registers/index.js';

/** The figures of a period, as a shortfall has them. */
export const shortPeriod = z
  .strictObject({
    from: day('The first day'),
    to: day('The last day'),
    duePence: z.int().describe('What was due in it, in pence.'),
    keptPence: z.int().describe('What of it was validated, in pence; more than was due of one target counts for no other.'),
    unvaluedDue: z.int().describe('How many targets without a value were due.'),
    unvaluedPercent: z.string().nullable().describe('What was validated of them, each by its own quantity, on average; null where there were none.'),
  })
  .meta({ id: 'ShortPeriod', description: 'How a reporting period stands, as break clauses see it.' });

const waiting = z.array(z.string()).describe('The delivery reports that wait for the authority’s decision, by reference.');
const provider = namedProvider.describe('The member whose return it is.');
const kind = <Kind extends string>(of: Kind) => z.literal(of).describe('What it is about.');
const unit = z.string().describe('The unit of the commitment’s measure.');

export const breachAnswer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: kind('shortfall'), periods: z.array(shortPeriod).describe('The periods, one after another.') }).describe('Too little, for too long.'),
    z
      .strictObject({
        kind: kind('silence'),
        provider,
        period: period.describe('What the return would have been for.'),
        dueOn: day('When it was due'),
        silentThrough: day('The last day on which it could have come'),
        extended: z.boolean().describe('Whether the due date had been extended.'),
        extensionRefused: z.boolean().describe('Whether more time was asked for and refused.'),
        remindersDelivered: z.int().describe('How many reminders are known to have been delivered.'),
      })
      .describe('No return.'),
    z
      .strictObject({
        kind: kind('critical commitment missed'),
        commitment: z.string().describe('The reference of the commitment.'),
        period: period.describe('The period of the target.'),
        unit,
        due: z.string().describe('What was due.'),
        validated: z.string().describe('What was validated of it.'),
      })
      .describe('A critical commitment missed.'),
  ])
  .describe('What met the condition, with the figures as they then stood.');
export type BreachAnswer = z.infer<typeof breachAnswer>;

const standing = z.enum(['met', 'not met', 'cannot be judged']).describe('Whether the same would meet the condition now.');
const sentence = z.string().describe('The same in sentences.');

export const breachNowAnswer = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: kind('shortfall'), standing, periods: z.array(shortPeriod.extend({ waiting }).meta({ id: 'ShortPeriodNow' })).describe('The same periods.'), sentence })
      .describe('The same periods.'),
    z
      .strictObject({
        kind: kind('silence'),
        standing,
        dueOn: day('When it is due; null: not known, or not owed any more').nullable(),
        submittedOn: day('When the return came; null: it has not').nullable(),
        extension: z.enum(['asked', 'granted', 'refused']).nullable().describe('What became of a question for more time; null: none.'),
        setAside: z.boolean().describe('Whether it was set aside that it was missed.'),
        sentence,
      })
      .describe('The same return.'),
    z
      .strictObject({
        kind: kind('critical commitment missed'),
        standing,
        due: z.string().nullable().describe('What is due; null: nothing any more.'),
        validated: z.string().nullable().describe('What is validated of it.'),
        waiting,
        sentence,
      })
      .describe('The same target.'),
  ])
  .describe('What the same periods, return or target look like on the day that is asked for: a validation may have been withdrawn, or a late return have come.');
export type BreachNowAnswer = z.infer<typeof breachNowAnswer>;
