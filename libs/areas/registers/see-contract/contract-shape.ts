import { z } from 'zod';
import { jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import { frequency, regime } from '#domain/contract/contract-terms.js';
import { commitment, contractStatus, day, namedProvider, ofTotals, period, told } from '../told/shapes.js';

const workingDays = (description: string) => z.int().describe(`${description}, in working days.`);

const member = z
  .strictObject({ provider: namedProvider.describe('Who delivers.'), share: z.string().describe('Its share in percent, at most 4 decimal places.') })
  .meta({ id: 'Member', description: 'A provider of the contract and its share.' });

const filedReturn = z
  .strictObject({
    provider: namedProvider.describe('Whose statement it is.'),
    period: period.describe('What it is about.'),
    nil: z.boolean().describe('Whether it says that there was nothing.'),
    submittedOn: day('When it was submitted'),
    submittedBy: z.string().describe('By whom.'),
  })
  .meta({ id: 'Return', description: 'A provider’s statement for the contract and a period.' });

const condition = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('shortfall').describe('Too little is validated of what is due.'),
        belowPercent: z.string().describe('Below this percentage of what is due …'),
        consecutivePeriods: z.int().describe('… for so many periods, one after another.'),
      })
      .describe('Too little, for too long.'),
    z.strictObject({ kind: z.literal('silence').describe('There is no return.'), workingDaysLate: workingDays('So late') }).describe('No return.'),
    z.strictObject({ kind: z.literal('critical commitment missed').describe('A commitment marked critical is missed.') }).describe('A critical commitment missed.'),
  ])
  .describe('What must happen before the clause can be used.');

const breakClause = z
  .strictObject({
    reference: z.string().describe('The reference of the clause.'),
    condition,
    timeToPutRightWorkingDays: workingDays('The time to put it right'),
    remediable: z.boolean().describe('Whether the breach can be put right.'),
    noticeForm: z.string().describe('How notice must be given; may be blank.'),
    noticeAddress: told('Where notice must be sent.'),
    deemedServiceWorkingDays: workingDays('When notice is deemed served after it is sent').nullable(),
    whoMayDecide: z.string().describe('Who may decide to use it; may be blank.'),
    summary: z.string().describe('The clause in a few words.'),
  })
  .meta({ id: 'BreakClause', description: 'A break clause as the contract states it.' });

export const contract = z
  .strictObject({
    reference: z.string().describe('The reference of the contract.'),
    version: z.int().describe('The version that its record has reached; the ETag says the same.'),
    title: z.string().describe('What it is about.'),
    directorate: z.string().describe('Which part of the authority it belongs to.'),
    provider: namedProvider.describe('The provider who leads.'),
    manager: z.string().describe('The contract manager.'),
    startsOn: day('The first day'),
    endsOn: day('The last day'),
    valuePence: z.int().describe('Its whole-life value in pence.'),
    jurisdiction: jurisdiction.describe('Whose law it is under.'),
    regime: regime.describe('The procurement rules that it was let under.'),
    status: contractStatus,
    completedOn: day('When it was completed').nullable(),
    completionReason: told('Why it was completed.'),
    terminatedOn: day('The last day of a contract that was ended before its time').nullable(),
    suspendedSince: day('Since when it is suspended; null: it is not').nullable(),
    schedule: z
      .strictObject({
        frequency: frequency.describe('How often.'),
        dueWorkingDays: workingDays('Due after a period ends'),
        periodEnds: z.array(z.string()).describe('For listed dates: the last days of the periods.'),
        since: day('The first day that it holds for; null: from the start of the contract').nullable(),
      })
      .nullable()
      .describe('When returns are due; null: none was agreed.'),
    members: z.array(member).describe('Who delivers, in what shares; the lead alone until others are agreed.'),
    commitments: z.array(commitment).describe('What was promised, by reference.'),
    returns: z.array(filedReturn).describe('The returns submitted, in the order first submitted.'),
    breakClauses: z.array(breakClause).describe('The break clauses, in the order first agreed.'),
    lastRecordedAt: z.string().describe('When something was last recorded of it: an instant in UTC.'),
    ...ofTotals,
  })
  .meta({ id: 'Contract', description: 'A contract with all that it says and how far it is.' });
export type ContractAnswer = z.infer<typeof contract>;
