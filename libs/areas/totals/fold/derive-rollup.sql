-- Gives a number to each key of the roll-up that entries of authority $1 after position $2, up to $3, use for the first
-- time. A flush numbers while it holds the authority's checkpoint, so nobody else does. ($4, the block, is not needed.)
-- Laterals, because what is probed one by one cannot be planned otherwise on tables of which nothing is known.
insert into projection.rollup (authority, id, contract_basis, theme, outcome, measure, unit, combine, money, valued, year, posted_year, due_on)
select $1, coalesce((select max(id) from projection.rollup where authority = $1), 0) + row_number() over (), fresh.*
  from (select distinct d.contract_basis, d.theme, d.outcome, d.measure, d.unit, d.combine, d.money, d.valued,
               entered.year, entered.posted_year, entered.due_on
          from (select distinct dimension, year, posted_year, due_on
                  from projection.journal
                 where authority = $1 and position > $2::bigint and position <= $3::bigint and $4::bigint > 0
               ) as entered
         cross join lateral (select * from projection.dimension where authority = $1 and id = entered.dimension limit 1) as d
          left join lateral (select key.id
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
                              limit 1) as known on true
         where known.id is null
       ) as fresh;
