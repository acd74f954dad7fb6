-- Positions up to $2 that no command says it wrote, and positions that two commands say they wrote.
-- Locks: nothing. Reads: all commands of the authority; asked for only when their number does not come out.
select least(due, first_position) as "from",
       greatest(due, first_position) - 1 as "to",
       case when due < first_position then 'unclaimed' else 'claimed twice' end as what
  from (select first_position,
               coalesce(max(last_position) over (order by first_position, last_position
                                                 rows between unbounded preceding and 1 preceding), 0) + 1 as due
          from ledger.command
         where authority = $1
           and first_position <= $2
        union all
        select $2::bigint + 1,
               coalesce((select max(last_position) from ledger.command where authority = $1 and first_position <= $2), 0) + 1
       ) place
 where due <> first_position
 order by 1
 limit 1000
