create table stock_line (
  authority text collate "C" not null,
  position bigint not null,
  entry integer not null,
  commitment text collate "C" not null,
  provider text collate "C" not null,
  terms_version integer not null,
  provider_version integer not null,
  line text collate "C" not null,
  role text collate "C" not null,
  period_from date not null,
  period_to date not null,
  recorded integer not null,
  present boolean not null,
  amounts jsonb not null,
  closed_through text collate "C",
  primary key (authority, position, commitment, entry)
)
