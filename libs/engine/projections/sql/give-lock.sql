-- Gives back the lock named $1, held alone by this connection.
select pg_advisory_unlock(hashtextextended($1, 0)) as given;
