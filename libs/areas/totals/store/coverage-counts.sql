-- What is counted of the contracts of authority $1 in scope $2, a financial year or '', as known at position $4: of each
-- fact its last closing at or before $3, the end of a block, and the entries between the two. One fact may be in several rows.
with recursive counted as (
        (select fact, since
           from totals.coverage_closing
          where authority = $1 and scope = $2
          order by fact, since
          limit 1)
        union all
        select next.fact, next.since
          from counted
         cross join lateral (select fact, since
                               from totals.coverage_closing
                              where authority = $1 and scope = $2 and (fact, since) > (counted.fact, counted.since)
                              order by fact, since
                              limit 1) as next
     )
select counted.fact, counted.since, closed.contracts, closed.pence
  from counted
 cross join lateral (select contracts, pence
                       from totals.coverage_closing as closing
                      where closing.authority = $1
                        and closing.scope = $2
                        and closing.fact = counted.fact
                        and closing.since = counted.since
                        and closing.position <= $3::bigint
                      order by closing.position desc
                      limit 1) as closed
union all
select fact, since, contracts, pence
  from totals.coverage_entry
 where authority = $1 and position > $3::bigint and position <= $4::bigint and scope = $2;
