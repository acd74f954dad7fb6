-- Closes each key of the roll-up that changed: for the entries of authority $1 after position $2, up to $3, one row at
-- the end of each block of $4 positions in which the key changed, with its sums from the first entry on.
-- Laterals, because what is probed one by one cannot be planned otherwise on tables of which nothing is known.
-- A line with AMOUNT stands for one line for each amount.
with changed as materialized (
        select known.id as rollup,
               (entered.block + 1) * $4::bigint as position,
               sum(entered.AMOUNT) as AMOUNT
          from (select dimension, year, posted_year, due_on, (position - 1) / $4::bigint as block,
                       sum(AMOUNT) as AMOUNT
                  from projection.journal
                 where authority = $1 and position > $2::bigint and position <= $3::bigint
                 group by dimension, year, posted_year, due_on, block
               ) as entered
         cross join lateral (select * from projection.dimension where authority = $1 and id = entered.dimension limit 1) as d
         cross join lateral (select key.id
                               from projection.rollup as key
                              where key.authority = $1
                                and key.measure = d.measure
                                and key.year = entered.year
                                and key.posted_year = entered.posted_year
                                and key.due_on = entered.due_on
                                and key.contract_basis = d.contract_basis
                                and key.theme = d.theme
                                and key.outcome = d.outcome
                                and key.unit = d.unit
                                and key.combine = d.combine
                                and key.money = d.money
                                and key.valued = d.valued
                              limit 1) as known
         group by known.id, entered.block
     ),
     added_up as (
        select rollup, position,
               coalesce(sum(AMOUNT) over up_to, 0)::bigint as AMOUNT
          from (select rollup, position,
                       AMOUNT
                  from changed
                 union all
                select stood.rollup, stood.position,
                       stood.AMOUNT
                  from (select distinct rollup from changed) as asked
                 cross join lateral (select *
                                       from projection.closing
                                      where authority = $1 and rollup = asked.rollup and position <= $2::bigint
                                      order by position desc
                                      limit 1) as stood
               ) as row
        window up_to as (partition by rollup order by position)
     )
insert into projection.closing (authority, rollup, position,
            AMOUNT
)
select $1, rollup, position,
       AMOUNT
  from added_up
 where position > $2::bigint;
