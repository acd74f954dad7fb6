-- A stream's entries after version $3, in order; none beyond position $4, unless it is null.
-- Locks: nothing. Reads: entries by stream and version.
select authority, position, stream, version, event_id as "eventId", type, schema_version as "schemaVersion",
       business_date as "businessDate", recorded_at as "recordedAt", actor, payload
  from ledger.event
 where authority = $1
   and stream = $2
   and version > $3
   and ($4::bigint is null or position <= $4)
 order by version
