-- Stores states of authority $1: streams $2, versions $3, positions $4, texts $5; of two of a stream the later stays.
-- Locks: the rows that it writes, in the order given; callers give them sorted by stream.
insert into projection.state as kept (authority, stream, version, position, state)
select $1, given.*
  from unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[]) as given (stream, version, position, state)
on conflict (authority, stream) do update
   set version = excluded.version, position = excluded.position, state = excluded.state
 where kept.version < excluded.version;
