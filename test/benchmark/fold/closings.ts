import type pg from 'pg';
import { AMOUNTS } from '../../../libs/areas/totals/fold/amounts.js';
import { RHYTHM } from '../../../libs/areas/totals/fold/tables.js';

const KEY = ['contract_basis', 'theme', 'outcome', 'measure', 'unit', 'combine', 'money', 'valued', 'year', 'posted_year', 'due_on'];

/** The closings that a folded authority has, with a hash over all of them. */
export interface Closings {
  readonly closings: string;
  readonly hash: string;
}

/**
 * The closings of the totals in a schema; the last one of each key must be what the entries up to the end of the last
 * block add up to under that key.
 */
export async function closingsIn(owner: Pick<pg.ClientBase, 'query'>, schema: string, authority: string, block = RHYTHM.block): Promise<Closings> {
  const { rows: wrong } = await owner.query<{ key: string }>(
    `with entered as (
            select ${KEY.join(', ')}, ${AMOUNTS.map((amount) => `coalesce(sum(${amount}), 0) as ${amount}`).join(', ')}
              from ${schema}.journal as a
              join ${schema}.dimension as d on d.authority = a.authority and d.id = a.dimension
             where a.authority = $1
               and position <= (select max(to_position) / $2::bigint * $2::bigint from ${schema}.checkpoint where authority = $1)
             group by ${KEY.join(', ')}
          ),
          closed as (
            select ${KEY.join(', ')}, ${AMOUNTS.join(', ')}
              from (select distinct on (rollup) * from ${schema}.closing where authority = $1 order by rollup, position desc) as latest
              join ${schema}.rollup as key on key.authority = $1 and key.id = latest.rollup
          )
     select concat_ws(' ', ${KEY.join(', ')}) as key
       from entered full join closed using (${KEY.join(', ')})
      where (${AMOUNTS.map((amount) => `entered.${amount}`).join(', ')}) is distinct from (${AMOUNTS.map((amount) => `closed.${amount}`).join(', ')})
      limit 1`,
    [authority, block],
  );
  if (wrong[0]) throw new Error(`The last closing of ${schema} under ${wrong[0].key} is not what its entries add up to.`);
  const { rows } = await owner.query<Closings>(
    `select count(*)::text as closings, coalesce(md5(string_agg(md5(concat_ws(' ', ${[...KEY, 'position', ...AMOUNTS].join(', ')})), '' order by ${[...KEY, 'position'].join(', ')})), '') as hash
       from ${schema}.closing
       join ${schema}.rollup as key on key.authority = closing.authority and key.id = closing.rollup
      where closing.authority = $1`,
    [authority],
  );
  return rows[0]!;
}
