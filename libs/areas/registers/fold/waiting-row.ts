import { missingEvidence } from '#domain/contract/evidence.js';
import { reportedAmount } from '#domain/contract/lines.js';
import type { Commitment, DeliveryReport } from '#domain/contract/state.js';
import { magnitude, quantityText } from '#domain/kernel/quantity.js';
import type { Trail } from './trail.js';

/** The row of a report that waits for a decision. */
export function waitingRow(contract: string, commitment: Commitment, report: DeliveryReport, trail: Trail) {
  const { measure } = commitment.terms;
  const valued = measure.unitValue !== null && report.quantity !== null;
  return {
    report: report.reference,
    corrects: report.corrects,
    contract,
    commitment: commitment.reference,
    measure: measure.measure,
    measure_name: measure.name,
    unit: measure.unit,
    provider: report.provider ?? commitment.terms.provider,
    period_from: report.from,
    period_to: report.to,
    quantity: report.quantity === null ? null : quantityText(report.quantity),
    said: trail.said,
    pence: valued ? reportedAmount(commitment, report).pence : null,
    description: trail.description,
    evidence_missing: JSON.stringify(missingEvidence(commitment, report)),
    evidence_supports: report.evidencedQuantity === null ? null : quantityText(report.evidencedQuantity),
    evidence_complete: evidenceIsComplete(commitment, report),
    reported_on: trail.reportedOn,
    reported_by: report.reportedBy,
    side: trail.side,
    state: trail.review,
    question: trail.question,
    answer: trail.answer,
    since_position: trail.sincePosition,
    since: trail.since,
  };
}

/** Whether every kind asked for is there and supports the whole claim; nothing asked for is complete. */
export function evidenceIsComplete(commitment: Commitment, report: DeliveryReport): boolean {
  if (commitment.terms.evidenceRequired.length === 0) return true;
  if (missingEvidence(commitment, report).length > 0) return false;
  const { evidencedQuantity, quantity } = report;
  return evidencedQuantity === null || quantity === null || magnitude(evidencedQuantity) >= magnitude(quantity);
}
