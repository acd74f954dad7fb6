import type { DerivedTable } from '#engine/projections/derived.js';

/** What a counter of the toy had counted at the end of each block of so many positions in which it counted. */
export function subtotalEvery(every: number): DerivedTable {
  return {
    columns: { counter: 'text', position: 'bigint', amount: 'bigint' },
    ddl: `create table subtotal (
      authority text collate "C" not null,
      counter text collate "C" not null,
      position bigint not null,
      amount bigint not null,
      primary key (authority, counter, position)
    )`,
    derive: {
      every,
      statement: `
      insert into projection.subtotal (authority, counter, position, amount)
      select $1, counter, ((position - 1) / $4 + 1) * $4,
             sum(sum(amount)) over (partition by counter order by (position - 1) / $4)
               + coalesce((select before.amount from projection.subtotal as before
                            where before.authority = $1 and before.counter = journal.counter and before.position <= $2
                            order by before.position desc limit 1), 0)
        from projection.journal
       where authority = $1 and position > $2::bigint and position <= $3::bigint
       group by counter, (position - 1) / $4`,
    },
  };
}
