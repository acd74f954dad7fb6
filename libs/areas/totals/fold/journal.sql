create table journal (
  authority text collate "C" not null,
  position bigint not null,
  entry integer not null,
  commitment text collate "C" not null,
  provider text collate "C" not null,
  terms_version integer not null,
  provider_version integer not null,
  figure text collate "C" not null,
  period_from date not null,
  period_to date not null,
  year text collate "C" not null,
  posted_year text collate "C" not null,
  pence bigint not null,
  quantity bigint not null,
  primary key (authority, position, commitment, entry)
)
