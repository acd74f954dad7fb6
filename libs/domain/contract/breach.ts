import { z } from 'zod';
import * as field from '../kernel/fields.js';

const wholePence = z.int().min(0);

/** How a period stood when a shortfall was found: by value, and, for what has no value, by quantity. */
const shortPeriod = z.strictObject({
  from: field.date,
  to: field.date,
  duePence: wholePence.describe('What was due in it, in pence.'),
  keptPence: wholePence.describe('What of it was validated; more than was due of one commitment counts for no other.'),
  unvaluedDue: z.int().min(0).describe('How many targets without a value were due.'),
  unvaluedPercent: field.percent.nullable().describe('What was validated of them, each by its own quantity, on average; null where there were none.'),
});

/** What met the condition of a break clause, with the figures as they then stood. */
export const breach = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shortfall'), periods: z.array(shortPeriod).min(1).max(120) }),
  z.strictObject({
    kind: z.literal('silence'),
    provider: field.reference.describe('The member whose return it was.'),
    from: field.date,
    to: field.date,
    dueOn: field.date,
    silentThrough: field.date.describe('The last day on which it could have come.'),
    extended: z.boolean().describe('The due date had been extended.'),
    extensionRefused: z.boolean().describe('More time was asked for and refused.'),
    remindersDelivered: z.int().min(0).describe('How many reminders are known to have been delivered.'),
  }),
  z.strictObject({
    kind: z.literal('critical commitment missed'),
    commitment: field.reference,
    from: field.date,
    to: field.date,
    due: field.quantity,
    validated: field.quantity,
  }),
]);
export type Breach = z.infer<typeof breach>;

/** The day whose terms of the clause a breach is judged by: the last of the last period that it is about. */
export function judgedOn(breach: Breach): string {
  return breach.kind === 'shortfall' ? breach.periods.at(-1)!.to : breach.to;
}
