create table closing (
  authority text collate "C" not null,
  rollup integer not null,
  position bigint not null,
  AMOUNT bigint not null,
  primary key (authority, rollup, position)
)
