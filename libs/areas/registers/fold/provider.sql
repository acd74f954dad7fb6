create table provider (
  authority text collate "C" not null,
  provider text collate "C" not null,
  name text collate "C" not null,
  primary key (authority, provider)
)
