create table snapshot_cell (
  authority text collate "C" not null,
  position bigint not null,
  dimension bigint not null,
  due_on date not null,
  posted_year text collate "C" not null,
  year text collate "C" not null,
  AMOUNT bigint not null,
  primary key (authority, position, dimension, due_on, posted_year)
)
