import { asOwner } from '../harness/databases.js';
import { AUTHORITY } from '../harness/dataset.js';
import { check } from '../harness/row.js';
import { type Asking, TOTALS_SCHEMA } from './asking.js';

type Row = Awaited<ReturnType<Asking['rollUp']>>[number];

/** Pence of some figures, added over rows. */
export function pence(rows: readonly Row[]): Readonly<Record<'committed' | 'reported' | 'validated', number>> {
  const sum = (figure: 'committed' | 'reported' | 'validated') => rows.reduce((total, { amounts }) => total + (amounts[figure]?.pence ?? 0), 0);
  return { committed: sum('committed'), reported: sum('reported'), validated: sum('validated') };
}

/** What the journal itself adds to up to a position, entry by entry. */
export async function penceOfTheJournal({ ownerUrl }: Asking, position: number): Promise<ReturnType<typeof pence>> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ figure: string; pence: string }>(
      `select figure, sum(pence)::text as pence from ${TOTALS_SCHEMA}.journal
         join ${TOTALS_SCHEMA}.dimension using (authority, commitment, provider, terms_version, provider_version)
        where authority = $1 and position <= $2 and contract_basis = 'contract' and figure in ('committed', 'reported', 'validated') group by figure`,
      [AUTHORITY, position],
    );
    const of = (figure: string) => Number(rows.find((row) => row.figure === figure)?.pence ?? 0);
    return { committed: of('committed'), reported: of('reported'), validated: of('validated') };
  });
}

export function checkPence(what: string, found: ReturnType<typeof pence>, expected: ReturnType<typeof pence>): string {
  check(`${what}: pence committed`, found.committed, expected.committed);
  check(`${what}: pence reported`, found.reported, expected.reported);
  return check(`${what}: pence validated`, found.validated, expected.validated);
}
