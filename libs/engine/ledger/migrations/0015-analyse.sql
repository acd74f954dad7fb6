-- Tells the planner about an authority's entries after many were copied in: about the columns that plans turn on. (All
-- columns of the sample, long texts among them, cost as much as copying 50,000 entries had.)
-- Locks: what ANALYZE locks (no reader, no writer). Reads: a sample of the tables. Writes: the planner's statistics.
create function ledger.analyse(p_authority text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format(
    'analyze %s (authority, position, stream, version), ledger.reference',
    (select tableoid::regclass from ledger.event where authority = p_authority limit 1)
  );
end
$$;

alter function ledger.analyse owner to svl_ledger;
revoke all on function ledger.analyse from public;
grant execute on function ledger.analyse to svl_import;
