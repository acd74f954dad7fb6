-- Removes checkpoints of authority $1 that began before $2 and are ten minutes old, some hundreds at a time; the latest
-- stays. Younger ones are kept although nobody reads them: a flush that looked for the latest before they were there, and
-- then stood still, must find the place taken that it wants to move from.
-- Locks: the rows that it removes. Reads: the oldest ones, by a forward probe on the primary key.
delete from projection.checkpoint
 where authority = $1
   and from_position < $2
   and from_position <= (select max(from_position)
                           from (select from_position
                                   from projection.checkpoint
                                  where authority = $1
                                  order by from_position
                                  limit 256) as oldest)
   and flushed_at < clock_timestamp() - interval '10 minutes';
