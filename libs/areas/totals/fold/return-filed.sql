create table return_filed (
  authority text collate "C" not null,
  contract text collate "C" not null,
  provider text collate "C" not null,
  period_from date not null,
  period_to date not null,
  position bigint not null,
  primary key (authority, contract, provider, period_from, period_to, position)
)
