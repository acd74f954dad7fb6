-- How far a projection has folded each authority's ledger: one row for each flush, from position to position, unique
-- on where it began. Rows are inserted and pruned, never updated, so that an open snapshot slows nothing.
create table projection.checkpoint (
  authority     text collate "C" not null,
  from_position bigint           not null,
  to_position   bigint           not null,
  flushed_at    timestamptz      not null default clock_timestamp(),
  primary key (authority, from_position),
  check (to_position > from_position)
);
