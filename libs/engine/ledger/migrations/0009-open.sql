-- Opens an authority's ledger.
-- Locks: nothing that exists. Reads and writes: the authority's head.
-- Returns: false, with nothing changed, if it is open already.
create function ledger.open(p_authority text, p_name text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into ledger.head (authority, name)
  values (p_authority, p_name)
  on conflict do nothing;
  return found;
end
$$;

alter function ledger.open owner to svl_ledger;
revoke all on function ledger.open from public;
grant execute on function ledger.open to :app_role;
