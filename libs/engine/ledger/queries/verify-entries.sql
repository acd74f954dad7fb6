-- A page of a ledger with hashes: at most $4 entries after position $2 and up to $3, in order.
-- Locks: nothing. Reads: entries by their key.
select authority, position, stream, version, event_id as "eventId", type, schema_version as "schemaVersion",
       business_date as "businessDate", recorded_at as "recordedAt", actor, payload, hash
  from ledger.event
 where authority = $1
   and position > $2
   and position <= $3
 order by position
 limit $4
