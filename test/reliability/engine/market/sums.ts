import type pg from 'pg';
import type { Book } from './book.js';
import { BLOCK } from './projections.js';

/** What a projection's tables add up to, for one authority, in one snapshot. */
export interface Sums {
  readonly position: number;
  readonly rows: number;
  readonly journal: number;
  readonly totals: number;
  readonly events: number;
  readonly present: number;
  /** What the last subtotals of all counters add up to. */
  readonly subtotals: number;
}

type Ask = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

export const positionIn = (schema: string): string =>
  `select coalesce(max(to_position), 0)::float8 as position from ${schema}.checkpoint where authority = $1`;
export const journalIn = (schema: string): string =>
  `select count(*)::float8 as rows, coalesce(sum(amount), 0)::float8 as journal from ${schema}.journal where authority = $1`;
export const totalsIn = (schema: string): string =>
  `select coalesce(sum(amount), 0)::float8 as totals, coalesce(sum(events), 0)::float8 as events,
          (select coalesce(sum(worth), 0)::float8 from ${schema}.present where authority = $1) as present
     from ${schema}.totals where authority = $1`;
export const subtotalsIn = (schema: string): string =>
  `select coalesce(sum(amount), 0)::float8 as subtotals
     from (select distinct on (counter) amount from ${schema}.subtotal where authority = $1 order by counter, position desc) as latest`;

/** In one statement, and so as of one moment. */
export async function sumsOf(ask: Ask, schema: string, authority: string): Promise<Sums> {
  const text = `select * from (${positionIn(schema)}) as p, (${journalIn(schema)}) as j, (${totalsIn(schema)}) as t, (${subtotalsIn(schema)}) as s`;
  const [sums] = await ask(text, [authority]);
  return sums as Sums;
}

/** What does not add up at the position that the tables say they hold, in words. */
export function wrongSums(where: string, authority: string, sums: Sums, book: Book, factor: number): string[] {
  const expected = book.at(authority, sums.position);
  const closed = book.at(authority, sums.position - (sums.position % BLOCK));
  if (expected === undefined || closed === undefined) return [`${where}: stands at ${sums.position}, which nobody appended`];
  const worth = expected.worth * factor;
  const compared: [string, number, number][] = [
    ['rows of the journal', sums.rows, expected.rows],
    ['worth in the journal', sums.journal, worth],
    ['worth in the totals', sums.totals, worth],
    ['events in the totals', sums.events, expected.events],
    ['worth present', sums.present, worth],
    ['worth in the last subtotals', sums.subtotals, closed.worth * factor],
  ];
  return compared
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) => `${where} at ${sums.position}: ${found} ${what}, not ${wanted}`);
}

/** Compares a projection with the book when everything is folded: as a whole, and counter by counter. */
export async function wrongCounters(owner: pg.Client, schema: string, authority: string, book: Book, factor: number): Promise<string[]> {
  const ask: Ask = async (text, values) => (await owner.query(text, [...values])).rows;
  const where = `${schema} of ${authority}`;
  const sums = await sumsOf(ask, schema, authority);
  const wrong = wrongSums(where, authority, sums, book, factor);
  if (sums.position !== book.head(authority)) wrong.push(`${where}: stands at ${sums.position}, not ${book.head(authority)}`);
  const found = await ask(
    `select counter, sum(journal)::float8 as journal, sum(totals)::float8 as totals, sum(events)::float8 as events
       from (select counter, amount as journal, 0 as totals, 0 as events from ${schema}.journal where authority = $1
             union all
             select counter, 0, amount, events from ${schema}.totals where authority = $1) as both_tables
      group by counter`,
    [authority],
  );
  const counters = new Map((found as { counter: string; journal: number; totals: number; events: number }[]).map((row) => [row.counter, row]));
  for (const [counter, { worth, events }] of book.counters(authority)) {
    const row = counters.get(counter);
    const said = [row?.journal, row?.totals, row?.events].join();
    const wanted = [worth * factor, worth * factor, events].join();
    if (said !== wanted) wrong.push(`${where}, ${counter}: ${said}, not ${wanted}`);
  }
  wrong.push(...(await wrongSubtotals(ask, where, schema, authority, book, factor)));
  if (counters.size !== book.counters(authority).size) wrong.push(`${where}: ${counters.size} counters, not ${book.counters(authority).size}`);
  return wrong;
}

/** Every subtotal that SQL derived, at the end of each block, against the book; and that there are neither more nor fewer than there must be. */
async function wrongSubtotals(ask: Ask, where: string, schema: string, authority: string, book: Book, factor: number): Promise<string[]> {
  const rows = (await ask(`select counter, position::float8 as position, amount::float8 as amount from ${schema}.subtotal where authority = $1 order by position`, [authority])) as {
    counter: string;
    position: number;
    amount: number;
  }[];
  const counted = (await ask(`select distinct counter, ceil(position / ${BLOCK}.0)::float8 * ${BLOCK} as position from ${schema}.journal where authority = $1`, [authority])) as { position: number }[];
  const complete = counted.filter(({ position }) => position <= book.head(authority)).length;
  const wrong = rows.length === complete ? [] : [`${where}: ${rows.length} subtotals, not ${complete}`];
  const latest = new Map<string, number>();
  for (const [at, { counter, position, amount }] of rows.entries()) {
    latest.set(counter, amount);
    if (rows[at + 1]?.position === position) continue;
    const [sum, worth] = [[...latest.values()].reduce((total, one) => total + one, 0), (book.at(authority, position)?.worth ?? Number.NaN) * factor];
    if (sum !== worth) wrong.push(`${where}: subtotals of ${sum} at ${position}, not ${worth}`);
  }
  return wrong;
}
