-- How far the obligations of authority $1 are folded: a backward probe on the checkpoints' primary key.
select coalesce((select to_position
                   from obligations.checkpoint
                  where authority = $1
                  order by from_position desc
                  limit 1), 0) as position;
