import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { totalsProjection } from '#areas/totals/index.js';
import { projectionSchema } from '#engine/projections/projection.js';

/** The schema of the totals. */
export const TOTALS = projectionSchema(totalsProjection.name, totalsProjection.version);

/** The text of a statement that lies beside this file, in which the schema of the totals is called `totals`. */
export function statementOnTotals(name: string): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8').replaceAll('totals.', `${TOTALS}.`);
}

const DERIVED = ['closing', 'coverage_closing', 'snapshot', 'snapshot_cell', 'snapshot_period'] as const;

/** How many rows each table has that SQL makes of the journal. */
export type DerivedRows = Readonly<Record<(typeof DERIVED)[number], number>>;

/** Runs a statement where the rows of the authority can be seen. */
type Ask = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

/** Asks as the owner of a database. */
export const askedBy = (owner: pg.Client): Ask => async (text, values) => (await owner.query(text, [...values])).rows as object[];

/**
 * Every closing and snapshot of an authority against its entries, added up from the first one.
 * @param block after so many positions everything is closed
 */
export async function differencesOfDerived(ask: Ask, authority: string, block: number): Promise<readonly object[]> {
  return ask(statementOnTotals('reconcile-derived-with-journal'), [authority, block]);
}

export async function derivedRows(ask: Ask, authority: string): Promise<DerivedRows> {
  const counts = DERIVED.map((table) => `(select count(*)::integer from ${TOTALS}.${table} where authority = $1) as ${table}`);
  const [rows] = await ask(`select ${counts.join(', ')}`, [authority]);
  return rows as DerivedRows;
}
