create table contract_coverage (
  authority text collate "C" not null,
  contract text collate "C" not null,
  position bigint not null,
  directorate text collate "C" not null,
  starts_on date not null,
  ends_on date not null,
  value_pence bigint not null,
  with_commitments boolean not null,
  missing jsonb not null,
  waiting jsonb not null,
  primary key (authority, contract, position)
)
