-- A page of a ledger: at most $3 entries after position $2, in order.
-- Locks: nothing. Reads: entries by their key.
select authority, position, stream, version, event_id as "eventId", type, schema_version as "schemaVersion",
       business_date as "businessDate", recorded_at as "recordedAt", actor, payload
  from ledger.event
 where authority = $1
   and position > $2
 order by position
 limit $3
