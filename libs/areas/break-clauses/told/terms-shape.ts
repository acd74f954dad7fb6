import { z } from 'zod';
import { conditionAnswer } from './condition-shape.js';

/** What a break clause says, but for its texts. */
export const termsAnswer = z
  .strictObject({
    condition: conditionAnswer.describe('When it bites.'),
    timeToPutRightWorkingDays: z.int().describe('The time to put a breach right, in working days from deemed service.'),
    remediable: z.boolean().describe('Whether a breach can be put right.'),
    noticeForm: z.string().describe('How notice must be given; may be blank.'),
    deemedServiceWorkingDays: z.int().nullable().describe('After how many working days a notice counts as served; null: not said.'),
    whoMayDecide: z.string().describe('Who may decide for the authority; may be blank.'),
  })
  .meta({ id: 'BreakClauseTerms', description: 'What a break clause says.' });
