import type { Commitment, DeliveryReport } from './state.js';

/** The kinds of evidence that a commitment asks for and a report lacks; while one is missing nothing is evidenced. */
export function missingEvidence({ terms }: Commitment, report: DeliveryReport): readonly string[] {
  const kinds = new Set(report.evidence.map(({ kind }) => kind));
  return terms.evidenceRequired.filter((kind) => !kinds.has(kind));
}
