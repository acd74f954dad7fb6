import { z } from 'zod';
import { RETURN_STATES, type ReturnState } from '#domain/contract/reporting/owed-returns.js';
import { obligationShape } from '../ask/obligation-answer.js';

const counted = Object.fromEntries(RETURN_STATES.map((state) => [state, z.int().describe(`How many are ${state}.`)])) as Record<ReturnState, z.ZodInt>;

/** The returns asked for, with how many there are in each state. */
export const returnsShape = z
  .strictObject({
    authority: z.string().describe('The code of the authority.'),
    position: z.int().describe('The last entry of the ledger that the answer knows.'),
    knownAt: z.string().nullable().describe('The moment that was asked for; null: now.'),
    on: z.string().describe('The day on which states are judged: yyyy-mm-dd.'),
    counts: z.strictObject(counted).describe('How many of the returns asked for are in each state, on all pages together.'),
    items: z.array(obligationShape).describe('The returns, by the day on which they are due.'),
    next: z.string().nullable().describe('Send this as `after` for the items that follow; null at the end.'),
  })
  .meta({ id: 'Returns', description: 'Returns by state.' });

export type ReturnsAnswer = Omit<z.infer<typeof returnsShape>, 'next'>;
