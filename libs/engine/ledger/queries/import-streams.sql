-- The version that each of the streams in $2 has reached; 0: not begun.
-- Locks: nothing; the importer holds the head. Reads: entries by backward probes.
select s.stream,
       coalesce((select e.version from ledger.event e
                  where e.authority = $1 and e.stream = s.stream order by e.version desc limit 1), 0) as version
  from unnest($2::text[]) with ordinality as s (stream, place)
 order by s.place
