import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What a folded authority comes to: the same events must come to the same, whoever folded them. */
export interface Sums {
  readonly journal: string;
  readonly cells: string;
  /** A hash over every row of the journal's sums by commitment, period and figure, and over every cell. */
  readonly hash: string;
}

const FIGURES = ['committed', 'reported', 'evidenced', 'validated', 'additional', 'not_assessed', 'under_correction', 'brought_forward'];

/** Sums over the tables of the totals in a schema; pence and quantities of the journal must be those of the cells. */
export async function sumsIn(owner: pg.Client, schema: string, authority: string): Promise<Sums> {
  const cellSums = FIGURES.flatMap((figure) => [`sum(${figure}_pence)`, `sum(${figure}_quantity)`]);
  const { rows: journal } = await owner.query<{ text: string }>(
    `select concat_ws(' ', figure, sum(pence), sum(quantity)) as text from ${schema}.journal where authority = $1 group by figure order by figure collate "C"`,
    [authority],
  );
  const { rows: cells } = await owner.query<{ cells: string; text: string }>(
    `select count(*)::text as cells, concat_ws(' ', ${cellSums.join(', ')}) as text from ${schema}.cell where authority = $1`,
    [authority],
  );
  const { rows: counted } = await owner.query<{ entries: string }>(`select count(*)::text as entries from ${schema}.journal where authority = $1`, [authority]);
  const { rows: hashed } = await owner.query<{ hash: string }>(
    `select md5(string_agg(md5(concat_ws(' ', commitment, provider, terms_version, period_from, period_to, posted_year, ${FIGURES.flatMap((figure) => [`${figure}_pence`, `${figure}_quantity`]).join(', ')})), ''
            order by commitment, provider, terms_version, provider_version, period_from, period_to, posted_year)) as hash
       from ${schema}.cell where authority = $1`,
    [authority],
  );
  const fromCells = cells[0]!.text.split(' ');
  for (const { text } of journal) {
    const [figure, pence, quantity] = text.split(' ');
    const place = FIGURES.indexOf(figure!.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    if (fromCells[2 * place] !== pence || fromCells[2 * place + 1] !== quantity) throw new Error(`The journal of ${schema} adds ${figure} to ${pence} pence and ${quantity}, its cells to ${fromCells[2 * place]} and ${fromCells[2 * place + 1]}.`);
  }
  const hash = createHash('sha256').update(journal.map(({ text }) => text).join('\n')).update(hashed[0]!.hash).digest('hex');
  return { journal: counted[0]!.entries, cells: cells[0]!.cells, hash };
}
