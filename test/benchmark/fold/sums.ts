import { createHash } from 'node:crypto';
import type pg from 'pg';
import { AMOUNTS } from '../../../libs/areas/totals/fold/amounts.js';

/** What a folded authority comes to: the same events must come to the same, whoever folded them. */
export interface Sums {
  readonly journal: string;
  readonly cells: string;
  /** A hash over the journal's sums and over every cell. */
  readonly hash: string;
}

/** Sums over the tables of the totals in a schema; pence and quantities of the journal must be those of the cells. */
export async function sumsIn(owner: pg.Client, schema: string, authority: string): Promise<Sums> {
  const sums = AMOUNTS.map((amount) => `coalesce(sum(${amount}), 0)`).join(', ');
  const of = async (table: 'journal' | 'cell') => {
    const { rows } = await owner.query<{ rows: string; sums: string[] }>(
      `select count(*)::text as rows, array[${sums}]::text[] as sums from ${schema}.${table} where authority = $1`,
      [authority],
    );
    return rows[0]!;
  };
  const [journal, cells] = [await of('journal'), await of('cell')];
  const { rows: hashed } = await owner.query<{ hash: string }>(
    `select md5(string_agg(md5(concat_ws(' ', dimension, due_on, year, posted_year, ${AMOUNTS.join(', ')})), '' order by dimension, due_on, posted_year)) as hash
       from ${schema}.cell where authority = $1`,
    [authority],
  );
  for (const [at, amount] of AMOUNTS.entries()) {
    const [entered, stands] = [journal.sums[at], cells.sums[at]];
    if (entered !== stands) throw new Error(`The journal of ${schema} adds ${amount} to ${entered}, its cells to ${stands}.`);
  }
  const hash = createHash('sha256').update(journal.sums.join(' ')).update(hashed[0]!.hash).digest('hex');
  return { journal: journal.rows, cells: cells.rows, hash };
}
