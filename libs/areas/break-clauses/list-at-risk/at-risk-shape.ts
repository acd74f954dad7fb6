import { z } from 'zod';
import { day, namedProvider, period } from '#areas/registers/index.js';
import { shortPeriod } from '../told/breach-shape.js';
import { ofContract } from '../told/clause-shape.js';
import { conditionAnswer } from '../told/condition-shape.js';

const lackingQuantity = z
  .strictObject({
    commitment: z.string().describe('The reference of the commitment.'),
    quantity: z.string().describe('How much is lacking of its target.'),
    unit: z.string().describe('The unit of its measure.'),
  })
  .meta({ id: 'LackingQuantity', description: 'What is lacking of a target.' });

/** What would meet a condition if the running reporting period ended today. */
export const atRiskAnswer = z
  .strictObject({
    clause: z.string().describe('The reference of the break clause.'),
    contract: ofContract.describe('The contract that states it.'),
    condition: conditionAnswer.describe('What would be met.'),
    provider: namedProvider.nullable().describe('The member whose return or commitment it is; null: all members.'),
    commitment: z.string().nullable().describe('The critical commitment; null where it is about no single one.'),
    period: period.describe('The period in which it can still be averted.'),
    periods: z.array(shortPeriod).describe('For a shortfall: the consecutive periods, each as it stands.'),
    dueOn: day('For silence: when the return was due').nullable(),
    sentence: z.string().describe('All of it in sentences.'),
    lacking: z
      .strictObject({
        pence: z.int().nullable().describe('How much more must be validated, in pence; null where no value is lacking.'),
        quantities: z.array(lackingQuantity).describe('What is lacking by quantity.'),
        return: z.boolean().describe('Whether a return is lacking.'),
      })
      .describe('What is lacking.'),
    waiting: z.array(z.string()).describe('The delivery reports that wait for the authority’s decision, by reference.'),
    decidedBy: day('The last day on which it can be averted'),
  })
  .meta({ id: 'AtRisk', description: 'What would meet the condition of a break clause.' });
export type AtRiskAnswer = z.infer<typeof atRiskAnswer>;
