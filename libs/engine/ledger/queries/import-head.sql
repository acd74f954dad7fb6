-- Where an import begins: the ledger's last position, and the moment of all that it writes: now by the caller's clock
-- ($2) or, where that is null, by the database's, and never before the last entry's.
-- Locks: nothing; the importer holds the head. Reads: the last entry.
select coalesce(last.position, 0) as position,
       greatest(last.recorded_at, date_trunc('milliseconds', coalesce($2::timestamptz, clock_timestamp()))) as moment
  from (select) one
  left join lateral (select position, recorded_at from ledger.event
                      where authority = $1 order by position desc limit 1) last on true
