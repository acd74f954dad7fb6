import type { Commitment, ContractState, DeliveryReport } from './state.js';

/**
 * A delivery report and its corrections are a chain (COUNTING.md rule 7). A correction that is cancelled or rejected
 * drops out, and what it corrected stands again; a chain that its provider withdrew holds nothing.
 */
export function standingReports(commitment: Commitment, root: string): readonly DeliveryReport[] {
  return (commitment.chains.get(root) ?? []).map((reference) => commitment.reports.get(reference)!).filter(stands);
}

function stands(report: DeliveryReport): boolean {
  return report.standing === 'stands' && !(report.corrects !== null && report.decision?.kind === 'rejected');
}

/** The report that its provider now stands by: *reported* and *evidenced* follow it. */
export function inForce(commitment: Commitment, root: string): DeliveryReport | undefined {
  const chain = commitment.chains.get(root) ?? [];
  for (let last = chain.length - 1; last >= 0; last -= 1) {
    const report = commitment.reports.get(chain[last]!)!;
    if (stands(report)) return report;
  }
  return undefined;
}

/** The reports in force of a commitment, in the order in which their chains began, but for the chain of `root`. */
export function othersInForce(commitment: Commitment, root: string | null): readonly DeliveryReport[] {
  const found: DeliveryReport[] = [];
  for (const chain of commitment.chains.names()) {
    const report = chain === root ? undefined : inForce(commitment, chain);
    if (report) found.push(report);
  }
  return found;
}

/** The report whose validation counts: the last that stands and is validated, in whole or in part. */
export function lastValidated(commitment: Commitment, root: string): DeliveryReport | undefined {
  return standingReports(commitment, root).findLast((report) => report.decision?.kind === 'validated');
}

/** A report waits for a decision when it is in force and not decided; a query is no decision. */
export function undecided(report: DeliveryReport): boolean {
  return report.decision === null || report.decision.kind === 'queried';
}

/** The commitment that a delivery report of this contract belongs to, with the report. */
export function findReport(state: ContractState, reference: string): { commitment: Commitment; report: DeliveryReport } | undefined {
  for (const commitment of Object.values(state.commitments)) {
    const report = commitment.reports.get(reference);
    if (report) return { commitment, report };
  }
  return undefined;
}
