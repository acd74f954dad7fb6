-- The last position recorded at or before an instant; 0 for none, or for no such ledger.
-- Locks: the authority's head, but only where entries that are being appended in this moment could still be recorded at
--        or before the instant, and the instant has passed: moments never run backwards, so an instant before the last
--        entry's is settled, and of one still to come nobody can be told more than what there is now.
--        With p_wait it waits for the head a second at most, else not at all (lock_not_available then): whoever holds it
--        may hold it for long, and a question that waits takes up a connection.
-- Reads: entries by probes on their key: a binary search. Writes: nothing.
create function ledger.position_at(p_authority text, p_instant timestamptz, p_wait boolean) returns bigint
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_sort = off
set lock_timeout = '1s'
as $$
declare
  at_or_before bigint := 0;
  after_it     bigint;
  middle       bigint;
  last_entry   record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'ledger.position_at runs at read committed only.' using errcode = 'invalid_transaction_state';
  end if;
  select position, recorded_at into last_entry
    from ledger.event where authority = p_authority order by position desc limit 1;
  if not found or last_entry.recorded_at <= p_instant then
    -- what is recorded in this millisecond bears its beginning
    if p_instant >= date_trunc('milliseconds', clock_timestamp()) then
      return coalesce(last_entry.position, 0);
    end if;
    if p_wait then
      perform from ledger.head where authority = p_authority for update;
    else
      perform from ledger.head where authority = p_authority for update nowait;
    end if;
    select position, recorded_at into last_entry
      from ledger.event where authority = p_authority order by position desc limit 1;
    if not found or last_entry.recorded_at <= p_instant then
      return coalesce(last_entry.position, 0);
    end if;
  end if;
  after_it := last_entry.position;
  while after_it - at_or_before > 1 loop
    middle := (at_or_before + after_it) / 2;
    if (select recorded_at from ledger.event where authority = p_authority and position = middle) <= p_instant then
      at_or_before := middle;
    else
      after_it := middle;
    end if;
  end loop;
  return at_or_before;
end
$$;

alter function ledger.position_at(text, timestamptz, boolean) owner to svl_ledger;
revoke all on function ledger.position_at(text, timestamptz, boolean) from public;
grant execute on function ledger.position_at(text, timestamptz, boolean) to :app_role;

-- As it was asked by processes of an earlier release, which waited without limit.
create or replace function ledger.position_at(p_authority text, p_instant timestamptz) returns bigint
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$ select ledger.position_at(p_authority, p_instant, true) $$;
