-- Nothing in the ledger's tables is ever changed or removed, by whatever role; a superuser would have to disable these
-- triggers first, and `verify` then finds what was done. The one exception is ledger.erase, which deletes erasable texts.
-- TRUNCATE has a trigger on each partition, because the parent's does not fire for a partition.
set local role svl_ledger;

create function ledger.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'The ledger is append-only: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- Allows the deletion that ledger.erase has announced for this authority; refuses any other.
create function ledger.refuse_unannounced_erasure() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if current_setting('svl.erasing', true) is distinct from old.authority then
    raise exception 'An erasable text is deleted only by ledger.erase, which records that it was.'
      using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;

do $$
declare
  kept regclass;
begin
  foreach kept in array array['ledger.head', 'ledger.event', 'ledger.command', 'ledger.reference']::regclass[] loop
    execute format(
      'create trigger append_only before update or delete on %s for each row execute function ledger.refuse_change()',
      kept
    );
  end loop;
  for kept in
    select relid from pg_partition_tree('ledger.event')
    union all
    select unnest(array['ledger.head', 'ledger.command', 'ledger.reference', 'ledger.erasable_text']::regclass[])
  loop
    execute format(
      'create trigger no_truncate before truncate on %s for each statement execute function ledger.refuse_change()',
      kept
    );
  end loop;
end
$$;

create trigger append_only before update on ledger.erasable_text
  for each row execute function ledger.refuse_change();

create trigger erased_only before delete on ledger.erasable_text
  for each row execute function ledger.refuse_unannounced_erasure();

reset role;
