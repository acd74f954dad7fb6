-- The event at which a projection stopped in an authority's ledger, until an operator retries.
create table projection.parked (
  authority  text collate "C" not null,
  position   bigint           not null,
  event_type text             not null,
  error      text             not null,
  since      timestamptz      not null,
  primary key (authority)
);
