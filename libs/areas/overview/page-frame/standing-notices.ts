import type { ProjectionStanding } from '#engine/projections/engine.js';

/** The read model of the six figures, and what its trouble means to a reader. */
const WHAT_STANDS: Readonly<Record<string, string>> = { totals: 'figures' };

/** What a reader must know of how far the read models are, in plain words; nothing when all are at the ledger's end. */
export function standingNotices(standings: readonly ProjectionStanding[]): readonly string[] {
  return standings.flatMap(({ projection, position, head, parked }) => {
    const what = WHAT_STANDS[projection] ?? `${projection.replaceAll(/[-_]/g, ' ')} pages`;
    if (parked) {
      const entry = parked.position.toLocaleString('en-GB');
      return [
        `The ${what} stand still at entry ${position.toLocaleString('en-GB')}: entry ${entry} could not be counted (${parked.error}). ` +
          `What was recorded since is safe in the ledger but is not in them, until an operator mends the cause and tries again.`,
      ];
    }
    const behind = head - position;
    if (behind <= 0) return [];
    const entries = behind === 1 ? 'The last entry is' : `The last ${behind.toLocaleString('en-GB')} entries are`;
    return [`${entries} recorded but not in the ${what} yet. Open this page again in a moment.`];
  });
}
