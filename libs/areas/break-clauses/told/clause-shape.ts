import { z } from 'zod';
import { day, told } from '#areas/registers/index.js';
import { breakCase } from './case-shape.js';
import { termsAnswer } from './terms-shape.js';

export const ofContract = z
  .strictObject({ reference: z.string().describe('The reference of the contract.'), title: z.string().describe('What it is about.') })
  .meta({ id: 'NamedContract', description: 'A contract.' });

const since = day('From when it holds; null: from the start of the contract').nullable();

/** A break clause with what became of it. */
export const clauseFields = {
  reference: z.string().describe('The reference of the clause.'),
  contract: ofContract.describe('The contract that states it.'),
  summary: z.string().describe('The clause in a few words.'),
  ...termsAnswer.shape,
  noticeAddress: told('Where notice must be sent.'),
  since,
  earlier: z
    .array(z.strictObject({ since, terms: termsAnswer.describe('What it said.') }))
    .describe('What it said before it was varied, the earliest first.'),
  cases: z.array(breakCase).describe('Each time that its condition was met, the first first.'),
};

export const registeredClause = z.strictObject(clauseFields).meta({ id: 'RegisteredBreakClause', description: 'A break clause in the register, with its cases and their clocks.' });
export type BreakClauseAnswer = z.infer<typeof registeredClause>;
