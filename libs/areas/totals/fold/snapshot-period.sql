create table snapshot_period (
  authority text collate "C" not null,
  position bigint not null,
  dimension bigint not null,
  period_to date not null,
  posted_year text collate "C" not null,
  year text collate "C" not null,
  AMOUNT bigint not null,
  primary key (authority, position, dimension, period_to, posted_year)
)
