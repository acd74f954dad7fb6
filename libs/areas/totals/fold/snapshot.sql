create table snapshot (
  authority text collate "C" not null,
  position bigint not null,
  cells bigint not null,
  primary key (authority, position)
)
