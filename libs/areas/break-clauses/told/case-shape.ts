import { z } from 'zod';
import { day, told } from '#areas/registers/index.js';
import { CASE_STATES } from '#domain/contract/consequences/case-clock.js';
import { remedyKind } from '#domain/contract/remedy.js';
import { breachAnswer, breachNowAnswer } from './breach-shape.js';
import { termsAnswer } from './terms-shape.js';

const dated = (what: string) =>
  z.strictObject({
    date: day(`${what}; null: not known yet`).nullable(),
    how: z.string().describe('How it was reached.'),
    warning: z.string().nullable().describe('What to beware of; null: nothing.'),
  });

const person = (did: string) => z.string().describe(`Who ${did}.`);

const statutoryFollowUp = z
  .strictObject({
    standing: z.enum(['may be due', 'none', 'not known']).describe('Whether a publication may be due. It claims no duty: a person decides.'),
    notice: z.enum(['UK9', 'UK11']).nullable().describe('The notice by the number that the regulations give it.'),
    section: z.string().nullable().describe('The rule that it follows from.'),
    event: z.string().nullable().describe('What happened.'),
    happenedOn: day('When').nullable(),
    by: day('The last day for publishing it').nullable(),
    why: z.string().describe('Why it may be due, or why none is.'),
  })
  .meta({ id: 'StatutoryFollowUp', description: 'A notice that the authority may have to publish because of a case, or why there is none.' });

const clock = z
  .strictObject({
    deemedServed: dated('When the notice counts as served').nullable().describe('Null: none was sent.'),
    putRightBy: dated('The last day on which it can be put right in time').nullable().describe('Null: no notice, or it cannot be put right.'),
    invocableFrom: dated('The first day on which the clause may be invoked').nullable().describe('Null: no notice; or it cannot be invoked any more, because the case is closed or the contract ends first.'),
  })
  .meta({ id: 'BreakCaseClock', description: 'The days that follow from the notice.' });

/** A time that a condition was met, and what became of it. */
export const breakCase = z
  .strictObject({
    number: z.int().describe('1, 2, 3 … within the clause.'),
    name: z.string().describe('What people call it: “B1/2”.'),
    metOn: day('When it was found'),
    terms: termsAnswer.describe('What the clause said when it happened; a later variation does not touch the case.'),
    breach: breachAnswer,
    sentence: z.string().describe('What met the condition, in sentences.'),
    now: breachNowAnswer,
    state: z.enum(CASE_STATES).describe('How it stands on the day that is asked for.'),
    rights: z
      .enum(['reserved', 'put right', 'waived', 'settled', 'set aside'])
      .describe('What became of the authority’s rights: reserved unless the breach was put right, or they were given up in words, settled by a remedy, or set aside.'),
    clock,
    setAside: z.strictObject({ on: day('When'), reason: told('Why.') }).nullable().describe('A person found that nothing follows from it.'),
    confirmed: z.strictObject({ on: day('When'), by: person('confirmed it'), reason: told('What it rests on.') }).nullable().describe('A person confirmed it.'),
    notice: z
      .strictObject({ form: z.string().describe('How it was given.'), sentOn: day('When it was sent'), address: told('Where.'), reason: told('Why in another form, or again.') })
      .nullable()
      .describe('The notice that was sent last.'),
    plan: z
      .strictObject({
        agreedOn: day('When it was agreed'),
        steps: z.array(z.strictObject({ step: told('What will be done.'), by: day('By when') })).describe('Step by step.'),
      })
      .nullable()
      .describe('The improvement plan.'),
    putRight: z.strictObject({ on: day('When'), how: told('How.') }).nullable().describe('It was put right.'),
    waived: z.strictObject({ on: day('When'), words: told('In which words.') }).nullable().describe('The authority gave up its rights from it.'),
    remedies: z
      .array(
        z.strictObject({
          kind: remedyKind.describe('What it is.'),
          pence: z.int().nullable().describe('Its amount in pence; null where it has none.'),
          on: day('When'),
          settles: z.boolean().describe('Whether it settles the breach.'),
          words: told('What was agreed.'),
        }),
      )
      .describe('Remedies short of ending the contract, in the order applied.'),
    invoked: z
      .strictObject({ on: day('When'), by: person('invoked the clause'), decisionReference: z.string().describe('Where the decision stands.'), reason: told('Why.') })
      .nullable()
      .describe('A second person invoked the clause.'),
    statutoryFollowUp: z.array(statutoryFollowUp).describe('What the Procurement Act 2023 may ask for because of it.'),
  })
  .meta({ id: 'BreakCase', description: 'One time that a break clause’s condition was met, and what became of it.' });
export type CaseAnswer = z.infer<typeof breakCase>;
