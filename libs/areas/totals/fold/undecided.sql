create table undecided (
  authority text collate "C" not null,
  contract text collate "C" not null,
  position bigint not null,
  entry integer not null,
  period_to date not null,
  year text collate "C" not null,
  change integer not null,
  primary key (authority, contract, position, entry)
)
