-- Removes checkpoints of authority $1 that began before $2; the latest stays.
delete from projection.checkpoint where authority = $1 and from_position < $2;
