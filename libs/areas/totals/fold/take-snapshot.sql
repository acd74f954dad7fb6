-- Takes the next snapshot of the totals of authority $1, if the journal has reached it by position $2: after the one before
-- by as many positions as that has cells, and :least at least. Made of that one and of the entries since, none of which
-- change any more; so nothing is locked, and of two that take it at once one fails on a key.
-- Returns: the position of the snapshot, if one was taken. A line with AMOUNT stands for one line for each amount.
with due as (
        select base, base + greatest(:least, cells) as position
          from (select coalesce(max(position), 0) as base,
                       coalesce((array_agg(cells order by position desc))[1], 0) as cells
                  from projection.snapshot
                 where authority = $1) as latest
         where base + greatest(:least, cells) <= $2::bigint
     ),
     periods as (
        insert into projection.snapshot_period (authority, position, dimension, period_to, posted_year, year,
               AMOUNT
        )
        select $1, due.position, stood.dimension, stood.period_to, stood.posted_year, stood.year,
               coalesce(sum(stood.AMOUNT), 0)::bigint
          from due
         cross join lateral (select dimension, period_to, posted_year, year,
                                    AMOUNT
                               from projection.snapshot_period
                              where authority = $1 and position = due.base
                              union all
                             select dimension, period_to, posted_year, year,
                                    AMOUNT
                               from projection.journal
                              where authority = $1 and position > due.base and position <= due.position) as stood
         group by due.position, stood.dimension, stood.period_to, stood.posted_year, stood.year
        returning 1 as one
     ),
     cells as (
        insert into projection.snapshot_cell (authority, position, dimension, due_on, posted_year, year,
               AMOUNT
        )
        select $1, due.position, stood.dimension, stood.due_on, stood.posted_year, stood.year,
               coalesce(sum(stood.AMOUNT), 0)::bigint
          from due
         cross join lateral (select dimension, due_on, posted_year, year,
                                    AMOUNT
                               from projection.snapshot_cell
                              where authority = $1 and position = due.base
                              union all
                             select dimension, due_on, posted_year, year,
                                    AMOUNT
                               from projection.journal
                              where authority = $1 and position > due.base and position <= due.position) as stood
         group by due.position, stood.dimension, stood.due_on, stood.posted_year, stood.year
        returning 1 as one
     )
insert into projection.snapshot (authority, position, cells)
select $1, position, (select count(*) from periods)
  from due
returning position;
