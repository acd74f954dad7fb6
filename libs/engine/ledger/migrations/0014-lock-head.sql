-- Locks an authority's head for an import, which copies rows by itself and is not allowed to lock heads.
-- Locks: the head, until the transaction ends; waits for it. Reads and writes: nothing else.
-- Returns: whether there is such a ledger. What the import reads next must be another statement.
create function ledger.lock_head(p_authority text) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'ledger.lock_head runs at read committed only.' using errcode = 'invalid_transaction_state';
  end if;
  perform from ledger.head where authority = p_authority for update;
  return found;
end
$$;

alter function ledger.lock_head owner to svl_ledger;
revoke all on function ledger.lock_head from public;
grant execute on function ledger.lock_head to svl_import;
