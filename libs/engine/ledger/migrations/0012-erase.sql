-- Deletes erasable texts with their salts, for a command that this very transaction has recorded.
-- Locks: the texts deleted. Reads: the command. Writes: erasable texts.
-- Returns: how many texts there were to delete.
create function ledger.erase(p_authority text, p_command_id text, p_digest bytea[]) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
  erased integer;
begin
  if not exists (
    select from ledger.command
     where authority = p_authority
       and command_id = p_command_id
       and xmin = pg_current_xact_id()::xid
  ) then
    raise exception 'Texts are erased only together with the entry that says so.' using errcode = 'restrict_violation';
  end if;
  perform set_config('svl.erasing', p_authority, true);
  delete from ledger.erasable_text where authority = p_authority and digest = any (p_digest);
  get diagnostics erased = row_count;
  perform set_config('svl.erasing', '', true);
  return erased;
end
$$;

alter function ledger.erase owner to svl_ledger;
revoke all on function ledger.erase from public;
grant execute on function ledger.erase to :app_role;
