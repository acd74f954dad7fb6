create table stock_line (
  authority text collate "C" not null,
  dimension bigint not null,
  position bigint not null,
  entry integer not null,
  line text collate "C" not null,
  role text collate "C" not null,
  period_from date not null,
  period_to date not null,
  recorded integer not null,
  present boolean not null,
  amounts jsonb not null,
  closed_through text collate "C",
  primary key (authority, dimension, position, entry)
)
