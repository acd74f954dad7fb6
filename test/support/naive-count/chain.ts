import type { Report } from './standing.js';

/**
 * A first report and those of its corrections that were neither cancelled nor rejected; nothing once it is withdrawn.
 * A first report that is rejected stays: its provider stands by it (rule 8).
 */
function standing(chain: readonly Report[]): readonly Report[] {
  return chain.filter((report, place) => !report.withdrawn && (place === 0 || (!report.cancelled && report.decision?.kind !== 'rejected')));
}

/** The report that *reported* and *evidenced* follow (rule 7). */
export function inForce(chain: readonly Report[]): Report | undefined {
  return standing(chain).at(-1);
}

/** The report that *validated* and *additional* are of. */
export function lastValidated(chain: readonly Report[]): Report | undefined {
  return standing(chain).findLast(({ decision }) => decision?.kind === 'validated');
}

/** A queried report is still undecided. */
export function isUndecided({ decision }: Report): boolean {
  return decision === undefined || decision.kind === 'queried';
}
