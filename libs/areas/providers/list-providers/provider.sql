create table provider (
  authority text collate "C" not null,
  provider text collate "C" not null,
  version integer not null,
  terms jsonb not null,
  primary key (authority, provider)
)
