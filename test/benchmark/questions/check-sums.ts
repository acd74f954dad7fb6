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
export async function penceOfTheJournal({ ownerUrl }: Pick<Asking, 'ownerUrl'>, position: number): Promise<ReturnType<typeof pence>> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Record<'committed' | 'reported' | 'validated', string>>(
      `select coalesce(sum(committed_pence), 0)::text as committed,
              coalesce(sum(reported_pence), 0)::text as reported,
              coalesce(sum(validated_pence), 0)::text as validated
         from ${TOTALS_SCHEMA}.journal as entry
         join ${TOTALS_SCHEMA}.dimension as d on d.authority = entry.authority and d.id = entry.dimension
        where entry.authority = $1 and entry.position <= $2 and d.contract_basis = 'contract'`,
      [AUTHORITY, position],
    );
    const { committed, reported, validated } = rows[0]!;
    return { committed: Number(committed), reported: Number(reported), validated: Number(validated) };
  });
}

export function checkPence(what: string, found: ReturnType<typeof pence>, expected: ReturnType<typeof pence>): string {
  check(`${what}: pence committed`, found.committed, expected.committed);
  check(`${what}: pence reported`, found.reported, expected.reported);
  return check(`${what}: pence validated`, found.validated, expected.validated);
}
