-- Moves a checkpoint by compare-and-set, as the first statement of a flush.
-- Locks: the row that it inserts; a flush from the same position waits for this one's end, and then inserts nothing.
-- Reads: the authority's latest checkpoint, by a backward probe on the primary key.
-- Writes: one checkpoint, from $2 to $3, if $2 still is where the latest ends (0 if there is none).
-- Returns: one row if it moved, none if somebody else has been here.
insert into projection.checkpoint (authority, from_position, to_position)
select $1, $2::bigint, $3::bigint
 where $2::bigint = coalesce((select latest.to_position
                                from projection.checkpoint as latest
                               where latest.authority = $1
                               order by latest.from_position desc
                               limit 1), 0)
on conflict (authority, from_position) do nothing
returning to_position;
