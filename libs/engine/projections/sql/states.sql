-- The stored states of the streams $2 of authority $1, of those that have one.
select stream, version, position, state as text
  from projection.state
 where authority = $1
   and stream = any ($2::text[]);
