create table journal (
  authority text collate "C" not null,
  position bigint not null,
  dimension bigint not null,
  entry integer not null,
  period_from date not null,
  period_to date not null,
  due_on date not null,
  year text collate "C" not null,
  posted_year text collate "C" not null,
  AMOUNT bigint,
  primary key (authority, position, dimension, entry)
)
