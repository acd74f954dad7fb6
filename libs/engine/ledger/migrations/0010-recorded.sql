-- What a command wrote and was answered; no row if it was not recorded, or is not the caller's to see.
-- Locks: nothing. Reads: the command by its key, and the entries between its positions.
-- Returns: `versions` is JSON: the version that each of its streams had reached.
create function ledger.recorded(p_authority text, p_command_id text)
returns table (
  request_hash   bytea,
  first_position bigint,
  last_position  bigint,
  moment         timestamptz,
  answer         text,
  versions       text
)
language sql
stable
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
  select c.request_hash,
         c.first_position,
         c.last_position,
         c.recorded_at,
         c.answer,
         (select json_object_agg(reached.stream, reached.version)::text
            from (select e.stream, max(e.version) as version
                    from ledger.event e
                   where e.authority = p_authority
                     and e.position between c.first_position and c.last_position
                   group by e.stream) reached)
    from ledger.command c
   where c.authority = p_authority
     and c.command_id = p_command_id
$$;

alter function ledger.recorded owner to svl_ledger;
revoke all on function ledger.recorded from public;
grant execute on function ledger.recorded to :app_role, svl_import, svl_projector, svl_relay;
