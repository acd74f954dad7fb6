-- Closes each fact of coverage that changed: for the entries of authority $1 after position $2, up to $3, one row at the
-- end of each block of $4 positions, with how many contracts it holds for, and their value, from the first entry on.
with changed as materialized (
        select scope, fact, since, ((position - 1) / $4::bigint + 1) * $4::bigint as position,
               sum(contracts) as contracts,
               sum(pence) as pence
          from projection.coverage_entry
         where authority = $1 and position > $2::bigint and position <= $3::bigint
         group by 1, 2, 3, 4
     ),
     added_up as (
        select scope, fact, since, position,
               sum(contracts) over up_to as contracts,
               sum(pence) over up_to as pence
          from (select scope, fact, since, position, contracts, pence
                  from changed
                 union all
                select asked.scope, asked.fact, asked.since, stood.position, stood.contracts, stood.pence
                  from (select distinct scope, fact, since from changed) as asked
                 cross join lateral (select *
                                       from projection.coverage_closing as closing
                                      where closing.authority = $1
                                        and closing.scope = asked.scope
                                        and closing.fact = asked.fact
                                        and closing.since = asked.since
                                        and closing.position <= $2::bigint
                                      order by closing.position desc
                                      limit 1) as stood
               ) as row
        window up_to as (partition by scope, fact, since order by position)
     )
insert into projection.coverage_closing (authority, scope, fact, since, position, contracts, pence)
select $1, scope, fact, since, position, contracts::integer, pence::bigint
  from added_up
 where position > $2::bigint;
