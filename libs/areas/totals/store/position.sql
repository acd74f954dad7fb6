-- How far the totals of authority $1 are folded: a backward probe on the checkpoints' primary key. And has the statements
-- that follow probe indexes, whatever is known of the tables: most of these were analysed while they were small, or never.
select set_config('enable_seqscan', 'off', true),
       coalesce((select to_position
                   from totals.checkpoint
                  where authority = $1
                  order by from_position desc
                  limit 1), 0) as position;
