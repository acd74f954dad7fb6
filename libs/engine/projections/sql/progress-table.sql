-- How far this shadow has come, for other processes to see. Rows are inserted, never updated: one a second at most.
create table projection.progress (
  done    bigint      not null,
  total   bigint      not null,
  said_at timestamptz not null default clock_timestamp()
);
