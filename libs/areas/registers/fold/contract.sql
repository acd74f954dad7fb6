create table contract (
  authority text collate "C" not null,
  contract text collate "C" not null,
  title text collate "C" not null,
  searched text collate "C" not null,
  directorate text collate "C" not null,
  lead text collate "C" not null,
  members jsonb not null,
  manager text collate "C" not null,
  starts_on date not null,
  ends_on date not null,
  value_pence bigint not null,
  status text collate "C" not null,
  commitments integer not null,
  undecided integer not null,
  last_recorded_at timestamptz not null,
  primary key (authority, contract)
) with (fillfactor = 70)
