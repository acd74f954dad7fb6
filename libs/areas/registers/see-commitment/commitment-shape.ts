import { z } from 'zod';
import { reviewMethod } from '#domain/contract/review-method.js';
import { REVIEW_STATES } from '../fold/review-state.js';
import { commitmentFields, day, decimal, namedProvider, ofTotals, period, told } from '../told/shapes.js';

const evidence = z
  .strictObject({
    id: z.string().describe('The id of the piece within its report.'),
    kind: z.string().describe('What kind of evidence it is.'),
    fileName: told('What its file was called.'),
    sha256: z.string().nullable().describe('The hash of its file; null for what the authority holds elsewhere.'),
  })
  .meta({ id: 'EvidenceInForce', description: 'A piece of evidence in force.' });

const reviewStep = z
  .strictObject({
    became: z.enum(REVIEW_STATES).describe('How the review stood after this step.'),
    on: day('On which day'),
    by: z.string().describe('Who reviewed, answered or took back.'),
    accepted: decimal('How much was accepted, as people type it').nullable(),
    method: reviewMethod.nullable().describe('How it was checked.'),
    selfReviewed: z.boolean().describe('Whether the reviewer had entered the report, which this authority then allowed.'),
    words: told('The question, the answer or the reason.'),
    recordedAt: z.string().describe('When it was recorded: an instant in UTC.'),
  })
  .meta({ id: 'ReviewStep', description: 'One step of the review of a delivery report.' });

const report = z
  .strictObject({
    reference: z.string().describe('The reference of the report.'),
    corrects: z.string().nullable().describe('The report that it corrects; null for the first.'),
    standing: z
      .enum(['in force', 'superseded', 'dropped', 'cancelled', 'withdrawn'])
      .describe('Whether its provider now stands by it; “dropped” is a correction that was rejected.'),
    provider: namedProvider.nullable().describe('The member who delivered; null: all, by their shares.'),
    period: period.describe('When it was delivered.'),
    quantity: decimal('How much, as people typed it: posts for FTE, the product for hours × people; null for texts').nullable(),
    text: told('What it says, for measures of kind text.'),
    item: z.boolean().describe('A dated item; otherwise the period’s total.'),
    inAddition: z.boolean().describe('Whether it is beside what is reported for the same days, and no part of it.'),
    description: told('What was done.'),
    reason: told('Why an unusual figure is right, or why the report before was corrected.'),
    evidence: z.array(evidence).describe('The evidence in force.'),
    evidencedQuantity: decimal('How much the evidence supports; null: all').nullable(),
    evidenceMissing: z.array(z.string()).describe('The kinds asked for that it lacks.'),
    review: z.enum(REVIEW_STATES).describe('How its review stands.'),
    steps: z.array(reviewStep).describe('How its review came to stand so, the earliest first.'),
    endedReason: told('Why it was withdrawn or cancelled.'),
    reportedOn: day('When it was reported'),
    reportedBy: z.string().describe('Who reported it.'),
    side: z.enum(['provider', 'authority']).describe('Which side logged it.'),
    recordedAt: z.string().describe('When it was recorded: an instant in UTC.'),
  })
  .meta({ id: 'DeliveryReport', description: 'A claim of delivery against the commitment, with its review.' });

const chain = z
  .strictObject({
    inForce: z.string().nullable().describe('The report that the provider now stands by; null once it is withdrawn.'),
    counts: z.string().nullable().describe('The report whose validation counts; null: none does.'),
    reports: z.array(report).describe('The report and its corrections, in the order made.'),
  })
  .meta({ id: 'ReportChain', description: 'A delivery report with its corrections.' });

const openingBalance = z
  .strictObject({
    provider: namedProvider.nullable().describe('The member who delivered; null: the commitment’s, or all by their shares.'),
    period: period.describe('When it was delivered.'),
    quantity: decimal('How much, as people type it'),
    attestedBy: z.string().nullable().describe('Who vouches for it; null: nobody, and it does not count as validated.'),
  })
  .meta({ id: 'OpeningBalance', description: 'What was delivered before the authority began to use the ledger.' });

export const seenCommitment = z
  .strictObject({
    ...commitmentFields,
    contract: z.string().describe('The reference of its contract.'),
    contractTitle: z.string().describe('What the contract is about.'),
    version: z.int().describe('The version that the record of its contract has reached; the ETag says the same.'),
    openingBalances: z.array(openingBalance).describe('What was brought forward.'),
    chains: z.array(chain).describe('What was reported, in the order first reported.'),
    ...ofTotals,
  })
  .meta({ id: 'SeenCommitment', description: 'A commitment with its progress and everything reported on it.' });
export type SeenCommitment = z.infer<typeof seenCommitment>;
export type SeenChain = z.infer<typeof chain>;
export type SeenReport = z.infer<typeof report>;
