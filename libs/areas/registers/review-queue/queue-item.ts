import { z } from 'zod';
import { WAITING_STATES } from '../fold/review-state.js';
import { MOST_SHARED } from '../store/register-store.js';
import { day, decimal, namedProvider, period, told } from '../told/shapes.js';

const sharedFile = z
  .strictObject({
    evidence: z.string().describe('The id of the piece within the report.'),
    sha256: z.string().describe('The hash of the file.'),
    alsoBehind: z.array(z.string()).describe(`The other reports in force that it is behind, by reference; the first ${MOST_SHARED}.`),
  })
  .meta({ id: 'FileBehindOthers', description: 'A file that is behind other reports of the authority as well: one sheet may hold two sessions, or one was counted twice.' });

/** A delivery report that waits for a decision, as its reviewer sees it. */
export const queueItem = z
  .strictObject({
    report: z.string().describe('The reference of the delivery report.'),
    corrects: z.string().nullable().describe('The report that it corrects; null where it corrects none.'),
    contract: z.string().describe('The reference of the contract.'),
    contractTitle: z.string().describe('What the contract is about.'),
    commitment: z.string().describe('The reference of the commitment.'),
    measure: z.string().describe('The reference of the measure.'),
    measureName: z.string().describe('What is counted.'),
    unit: z.string().describe('The unit of the measure.'),
    provider: namedProvider.nullable().describe('The member who delivered; null: all, by their shares.'),
    period: period.describe('When it was delivered.'),
    quantity: decimal('How much, as people typed it: posts for FTE, the product for hours × people; null for texts').nullable(),
    text: told('What it says, for measures of kind text.'),
    valuePence: z.int().nullable().describe('What it is worth in pence if validated whole; null where the measure has no value.'),
    description: told('What was done.'),
    evidence: z
      .strictObject({
        complete: z.boolean().describe('Whether every kind asked for is there and supports all of it.'),
        missing: z.array(z.string()).describe('The kinds asked for that it lacks.'),
        supports: decimal('How much the evidence supports; null: all').nullable(),
        behindOthers: z.array(sharedFile).describe('Its files that are behind other reports as well.'),
      })
      .describe('How it is evidenced.'),
    reportedOn: day('When it was reported'),
    reportedBy: z.string().describe('Who reported it.'),
    side: z.enum(['provider', 'authority']).describe('Which side logged it.'),
    state: z.enum(WAITING_STATES).describe('How its review stands.'),
    question: told('What its reviewer asked last.'),
    answer: told('What was answered to that.'),
    waitingSince: z.string().describe('Since when it stands so: an instant in UTC.'),
    position: z.int().describe('The entry of the ledger since which it stands so.'),
  })
  .meta({ id: 'ReviewQueueItem', description: 'A delivery report that waits for a decision.' });
export type QueueItem = z.infer<typeof queueItem>;
