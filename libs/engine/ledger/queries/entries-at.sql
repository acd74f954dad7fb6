-- Entries by their positions.
-- Locks: nothing. Reads: entries by their key. Returns: in no order.
select authority, position, stream, version, event_id as "eventId", type, schema_version as "schemaVersion",
       business_date as "businessDate", recorded_at as "recordedAt", actor, payload
  from ledger.event
 where authority = $1
   and position = any ($2::bigint[])
