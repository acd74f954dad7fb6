create table coverage_entry (
  authority text collate "C" not null,
  position bigint not null,
  contract text collate "C" not null,
  entry integer not null,
  scope text collate "C" not null,
  fact text collate "C" not null,
  since text collate "C" not null,
  contracts integer not null,
  pence bigint not null,
  primary key (authority, position, contract, entry)
)
