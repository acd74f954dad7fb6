-- Holds locks that any number may hold, by their names $1, until the connection ends.
-- Waits: while anybody holds one of them alone.
select pg_advisory_lock_shared(hashtextextended(name, 0)) from unnest($1::text[]) as held (name);
