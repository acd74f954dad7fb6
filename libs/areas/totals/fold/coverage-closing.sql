create table coverage_closing (
  authority text collate "C" not null,
  scope text collate "C" not null,
  fact text collate "C" not null,
  since text collate "C" not null,
  position bigint not null,
  contracts integer not null,
  pence bigint not null,
  primary key (authority, scope, fact, since, position)
)
