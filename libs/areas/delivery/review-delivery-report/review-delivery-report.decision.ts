import { z } from 'zod';
import { inForce } from '#domain/contract/chain.js';
import { fact } from '#domain/contract/contract.js';
import { deliveryQueried, deliveryRejected, deliveryValidated } from '#domain/contract/events/index.js';
import { reviewMethod } from '#domain/contract/review-method.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { quantityOf, quantityText, magnitude } from '#domain/kernel/quantity.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { factors, noFactors } from '#domain/measures/measure.js';
import { refuseIfOverlapReturns } from '../claim/overlap.js';
import { reportOrRefuse } from '../report-or-refuse.js';

/** Decide a delivery report: accept it in whole or in part, ask a question, or reject it. */
export const reviewDeliveryReport = z.strictObject({
  report: field.reference.describe('The delivery report or correction that is reviewed.'),
  decision: z.enum(['validated', 'part validated', 'queried', 'rejected']).describe('What becomes of the report.'),
  quantity: field.quantity.nullable().default(null).describe('For part validation: what is accepted, as people type it.'),
  method: reviewMethod.nullable().default(null).describe('How the decision was reached; not for a query.'),
  reviewedOn: field.date,
  reviewedBy: field.person,
  reason: z.string().max(10_000).nullable().default(null).describe('Needed for all but a plain validation.'),
  factors: factors.default(noFactors).describe('Percentages that replace the commitment’s; each needs a reason.'),
});
export type ReviewDeliveryReport = z.infer<typeof reviewDeliveryReport>;

/** What the decision looks at beside the contract. */
export interface ReviewSurroundings {
  readonly today: string;
  readonly selfReviewAllowed: boolean;
}

export function decideReview(state: ContractState, command: ReviewDeliveryReport, around: ReviewSurroundings): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  refuseUnlessReviewable(commitment, report);
  checkForm(command, report, around);
  const facts = [stated(command, commitment, report)];
  refuseIfOverlapReturns(state, facts, report, commitment.reference);
  return facts;
}

function stated(command: ReviewDeliveryReport, commitment: Commitment, report: DeliveryReport): NewEvent {
  const { reviewedOn, reviewedBy, method } = command;
  const about = { commitment: commitment.reference, report: report.reference, reviewedOn, reviewedBy };
  const reason = command.reason ?? '';
  switch (command.decision) {
    case 'queried':
      return fact(deliveryQueried, reviewedOn, { ...about, question: reason });
    case 'rejected':
      return fact(deliveryRejected, reviewedOn, { ...about, reason, method: method! });
    case 'validated':
    case 'part validated':
      return fact(deliveryValidated, reviewedOn, {
        ...about,
        part: command.decision === 'part validated',
        accepted: command.quantity ?? (report.quantity === null ? null : quantityText(report.quantity)),
        method: method!,
        selfReviewed: reviewedBy === report.reportedBy,
        ...(reason ? { reason } : {}),
        factors: command.factors,
      });
  }
}

/** A report that has been corrected is no longer reviewed; its correction is (rule 7). */
function refuseUnlessReviewable(commitment: Commitment, report: DeliveryReport): void {
  if (report.standing !== 'stands') {
    refuse('report', report.reference, `must stand, but it was ${report.standing}`, 'Review the report that is in force.');
  }
  const current = inForce(commitment, report.root);
  const restored = report.decision?.kind === 'rejected' && report.corrects === current?.reference;
  if (current && current.reference !== report.reference && !restored) {
    refuse('report', report.reference, `must not have been corrected, but ${current.reference} is in force`, `Review ${current.reference}.`);
  }
}

function checkForm(command: ReviewDeliveryReport, report: DeliveryReport, { today, selfReviewAllowed }: ReviewSurroundings): void {
  const { decision, quantity, method, reason, reviewedOn, reviewedBy } = command;
  const faults = new Faults();
  if (reviewedOn > today) faults.add('reviewedOn', reviewedOn, `must not be after today, ${today}`, 'Give the day of the review.');
  if (decision !== 'queried' && method === null) {
    faults.add('method', null, 'must be given with a decision', 'Say how: document, visit, beneficiary, or data we hold.');
  }
  if (decision === 'queried' && method !== null) {
    faults.add('method', method, 'must be left out for a query', 'Leave it empty; a query decides nothing yet.');
  }
  if (decision !== 'validated' && !reason?.trim()) {
    faults.add('reason', reason, `must be given when a report is ${decision}`, 'Say why, in words that the provider can act on.');
  }
  const replaces = Object.values(command.factors).some((factor) => factor !== null);
  if (replaces && !reason?.trim()) faults.add('reason', reason, 'must be given when a review replaces a factor', 'Say why the factor differs.');
  if (replaces && decision !== 'validated' && decision !== 'part validated') {
    faults.add('factors', command.factors, 'must be left out unless the report is validated', 'Leave the four percentages empty.');
  }
  const validates = decision === 'validated' || decision === 'part validated';
  if (validates && reviewedBy === report.reportedBy && !selfReviewAllowed) {
    // the opaque id would tell nobody anything
    faults.add('reviewedBy', null, 'must not be the person who entered the report', 'Have somebody else review it. Who that is, a workbook says in its column reviewed_by, a request in the header Acting-As.');
  }
  checkAccepted(faults, decision, quantity, report);
  faults.refuseIfAny();
}

/** Part validation accepts a quantity between 0 and the reported quantity, of the same sign (rule 5). */
function checkAccepted(faults: Faults, decision: string, quantity: string | null, report: DeliveryReport): void {
  if (decision !== 'part validated') {
    if (quantity !== null && (decision !== 'validated' || report.quantity === null || quantityOf(quantity) !== report.quantity)) {
      faults.add('quantity', quantity, 'must be left out unless the report is part validated', 'Leave it empty, or part validate.');
    }
    return;
  }
  if (report.quantity === null) {
    faults.add('decision', decision, 'must be validated or rejected as a whole for a text', 'Validate it or reject it.');
  } else if (quantity === null) {
    faults.add('quantity', null, 'must be given for part validation', 'Give the quantity that you accept.');
  } else {
    const accepted = quantityOf(quantity);
    const sameSign = accepted === 0n || accepted < 0n === report.quantity < 0n;
    if (!sameSign || magnitude(accepted) > magnitude(report.quantity)) {
      const reported = quantityText(report.quantity);
      faults.add('quantity', quantity, `must lie between 0 and the reported ${reported}`, 'Accept less, or ask the provider for a correction.');
    }
  }
}
