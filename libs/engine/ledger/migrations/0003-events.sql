-- The ledger's entries. An authority's entries lie in one of a fixed number of partitions; `set svl.ledger_partitions`
-- before migrating chooses how many (4 unless it says otherwise).
--
-- payload  canonical JSON (RFC 8785) as the text that was hashed: jsonb would keep no bytes
-- hash     SHA-256 of the envelope but for position and recorded_at
set local role svl_ledger;

create table ledger.event (
  authority      text collate "C" not null,
  position       bigint           not null check (position > 0),
  stream         text collate "C" not null,
  version        integer          not null check (version > 0),
  event_id       uuid             not null,
  type           text collate "C" not null,
  schema_version smallint         not null,
  business_date  date             not null,
  recorded_at    timestamptz(3)   not null,
  actor          text collate "C" not null,
  payload        text collate "C" not null,
  hash           bytea            not null check (octet_length(hash) = 32),
  primary key (authority, position),
  unique (authority, stream, version)
)
partition by hash (authority);

do $$
declare
  partitions constant integer := coalesce(nullif(current_setting('svl.ledger_partitions', true), ''), '4')::integer;
begin
  for remainder in 0 .. partitions - 1 loop
    execute format(
      'create table ledger.event_%s partition of ledger.event for values with (modulus %s, remainder %s)',
      remainder, partitions, remainder
    );
    -- No plan turns on these; sampling them is what makes ANALYZE slow.
    execute format(
      'alter table ledger.event_%s alter column payload set statistics 0, alter column hash set statistics 0,
                                   alter column event_id set statistics 0',
      remainder
    );
  end loop;
end
$$;

reset role;
