-- Tries to hold the lock named $1 alone until the connection ends. Waits for nobody.
select pg_try_advisory_lock(hashtextextended($1, 0)) as mine;
