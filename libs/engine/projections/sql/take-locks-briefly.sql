-- Tries to hold all locks named $1 alone until the transaction ends. Waits for nobody.
select bool_and(pg_try_advisory_xact_lock(hashtextextended(name, 0))) as mine from unnest($1::text[]) as held (name);
