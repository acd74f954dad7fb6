import type { ProjectionStanding } from '#engine/projections/engine.js';

/** Read models as a reader knows them: what stands still, or is behind, when they do. */
const WHAT: Readonly<Record<string, { readonly name: string; readonly many: boolean }>> = {
  totals: { name: 'figures', many: true },
  register: { name: 'list of contracts', many: false },
  providers: { name: 'list of providers', many: false },
  obligations: { name: 'list of what is due', many: false },
};

/** What a reader must know of how far the read models are, in plain words; nothing when all are at the ledger's end. */
export function standingNotices(standings: readonly ProjectionStanding[]): readonly string[] {
  return standings.flatMap((standing) => {
    const { projection, position, head, parked, preparing } = standing;
    const { name, many } = WHAT[projection] ?? { name: projection, many: false };
    if (preparing) {
      const percent = preparing.total === 0 ? 0 : Math.floor((100 * preparing.done) / preparing.total);
      return [`The ${name} ${many ? 'are' : 'is'} being prepared for a new version of this application: ${percent}% is done. Nothing is lost meanwhile. Open this page again in a moment.`];
    }
    if (parked) {
      return [
        `The ${name} ${many ? 'stand' : 'stands'} still as known at entry ${numbered(parked.position - 1)}, because entry ${numbered(parked.position)} could not be counted: ${parked.error}. ` +
          'Nothing that was recorded since is lost: it is in the ledger, and will be counted when an operator has put this right and tried again.',
      ];
    }
    const behind = head - position;
    if (behind <= 0) return [];
    const entries = behind === 1 ? 'The last entry is' : `The last ${numbered(behind)} entries are`;
    return [`${entries} recorded, but not yet in the ${name}. Open this page again in a moment.`];
  });
}

function numbered(position: number): string {
  return position.toLocaleString('en-GB');
}
