import { inForce } from '#domain/contract/chain.js';
import type { ContractState, DeliveryReport } from '#domain/contract/state.js';

/** A file of a report that stands behind other reports of the contract too. */
export interface SharedEvidence {
  /** The id of the piece within the report. */
  readonly evidence: string;
  readonly sha256: string;
  /** The other reports in force, by reference. */
  readonly alsoBehind: string[];
}

/**
 * Evidence of a report whose file, by hash, is behind another report of the contract as well (COUNTING.md rule 15):
 * shown to its reviewer, never refused, since one sign-in sheet may hold two sessions. A report's own corrections do
 * not count, nor what is no longer in force.
 */
export function sharedEvidence(state: ContractState, report: DeliveryReport): readonly SharedEvidence[] {
  const files = report.evidence.filter(({ sha256 }) => sha256 !== null);
  if (files.length === 0) return [];
  const others = Object.values(state.commitments)
    .flatMap((commitment) => commitment.chains.names().map((root) => inForce(commitment, root)))
    .filter((other): other is DeliveryReport => other !== undefined && other.root !== report.root);
  return files.flatMap(({ id, sha256 }) => {
    const alsoBehind = others.filter((other) => other.evidence.some((one) => one.sha256 === sha256)).map(({ reference }) => reference);
    return alsoBehind.length > 0 ? [{ evidence: id, sha256: sha256!, alsoBehind }] : [];
  });
}
