-- How far the totals of authority $1 are folded: a backward probe on the checkpoints' primary key.
select to_position as position
  from totals.checkpoint
 where authority = $1
 order by from_position desc
 limit 1;
