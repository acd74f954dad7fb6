-- Who sees which rows. The application reads, for the authorities that its transaction names in `svl.authorities` (a
-- text[] literal); it writes through functions alone. The owner is bound too, and has the policies that appending
-- needs: without an update policy on heads, locking one would find no row.
set local role svl_ledger;

do $$
declare
  kept regclass;
begin
  foreach kept in array
    array['ledger.head', 'ledger.event', 'ledger.command', 'ledger.reference', 'ledger.erasable_text']::regclass[]
  loop
    execute format('alter table %s enable row level security, force row level security', kept);
    -- In a sub-select the setting is read once for each query, not for each row.
    execute format(
      $policy$
        create policy of_my_authorities on %s for select to :app_role
          using (authority = any ((select nullif(current_setting('svl.authorities', true), '')::text[])::text[]))
      $policy$,
      kept
    );
    execute format('create policy owner_reads on %s for select to svl_ledger using (true)', kept);
    execute format('create policy owner_inserts on %s for insert to svl_ledger with check (true)', kept);
    execute format('grant select on %s to :app_role, svl_import, svl_projector, svl_relay', kept);
  end loop;
  -- A partition by itself is nobody's to read: it has row security and no policy.
  for kept in select relid from pg_partition_tree('ledger.event') where isleaf loop
    execute format('alter table %s enable row level security, force row level security', kept);
  end loop;
end
$$;

create policy owner_locks on ledger.head for update to svl_ledger using (true);
create policy owner_erases on ledger.erasable_text for delete to svl_ledger using (true);

grant insert on ledger.event, ledger.command, ledger.reference, ledger.erasable_text to svl_import;

reset role;
