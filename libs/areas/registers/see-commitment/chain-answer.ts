import { inForce, lastValidated } from '#domain/contract/chain.js';
import { missingEvidence } from '#domain/contract/evidence.js';
import type { Commitment, DeliveryReport } from '#domain/contract/state.js';
import { quantityText } from '#domain/kernel/quantity.js';
import type { ReportRecord } from '../told/report-record.js';
import type { Told } from '../told/teller.js';
import type { SeenChain, SeenReport } from './commitment-shape.js';

/** A report of a commitment with its corrections, told. */
export function chainAnswer(commitment: Commitment, root: string, records: ReadonlyMap<string, ReportRecord>, told: Told): SeenChain {
  const current = inForce(commitment, root);
  return {
    inForce: current?.reference ?? null,
    counts: lastValidated(commitment, root)?.reference ?? null,
    reports: commitment.chains.get(root)!.map((reference) =>
      reportAnswer(commitment, commitment.reports.get(reference)!, current, records.get(reference)!, told),
    ),
  };
}

function reportAnswer(commitment: Commitment, report: DeliveryReport, current: DeliveryReport | undefined, record: ReportRecord, told: Told): SeenReport {
  const { claim, review, steps, recordedAt } = record;
  return {
    reference: report.reference,
    corrects: report.corrects,
    standing: standingOf(report, current),
    provider: report.provider === null ? null : told.provider(report.provider),
    period: { from: report.from, to: report.to },
    quantity: report.quantity === null ? null : quantityText(report.quantity),
    text: told.text(claim.text),
    item: report.item,
    inAddition: report.inAddition,
    description: told.text(claim.description),
    reason: told.text(claim.reason),
    evidence: report.evidence.map(({ id, kind, sha256 }) => ({ id, kind, sha256, fileName: told.text(record.fileNames.get(id)) })),
    evidencedQuantity: report.evidencedQuantity === null ? null : quantityText(report.evidencedQuantity),
    evidenceMissing: [...missingEvidence(commitment, report)],
    review,
    steps: steps.map(({ words, by, ...step }) => ({ ...step, by: told.person(by), words: told.text(words) })),
    endedReason: told.text(record.endedReason),
    reportedOn: claim.reportedOn,
    reportedBy: told.person(report.reportedBy),
    side: claim.side,
    recordedAt,
  };
}

function standingOf(report: DeliveryReport, current: DeliveryReport | undefined): SeenReport['standing'] {
  if (report.standing !== 'stands') return report.standing;
  if (report === current) return 'in force';
  return report.corrects !== null && report.decision?.kind === 'rejected' ? 'dropped' : 'superseded';
}
