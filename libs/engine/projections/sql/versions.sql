-- What there is of the projection $1: the schemas of its versions, and what was begun or is left of them.
-- Locks: nothing. Reads: the catalogue.
select found.parts[1]::integer as version,
       coalesce(found.parts[2], '') as suffix
  from pg_namespace
 cross join lateral regexp_match(nspname, '^' || $1 || '_v([0-9]+)(_shadow|_retired)?$') as found (parts)
 where found.parts is not null;
