import { z } from 'zod';
import { CONDITION_KINDS } from '#domain/contract/break-clause.js';

/** The conditions of break clauses by kind, for filters and answers. */
export const conditionKind = z.enum(CONDITION_KINDS);

/** A condition in data; what its kind has no need of is null. */
export const conditionAnswer = z
  .strictObject({
    kind: conditionKind.describe('What must happen: too little validated, no return, or a critical commitment missed.'),
    belowPercent: z.string().nullable().describe('For a shortfall: validated below this percentage of what is due …'),
    consecutivePeriods: z.int().nullable().describe('… for so many reporting periods, one after another.'),
    workingDaysLate: z.int().nullable().describe('For silence: no return so many working days after it was due.'),
    sentence: z.string().describe('The same in a sentence.'),
  })
  .meta({ id: 'BreakCondition', description: 'When a break clause bites.' });
export type ConditionAnswer = z.infer<typeof conditionAnswer>;
