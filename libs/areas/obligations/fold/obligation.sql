create table obligation (
  authority text collate "C" not null,
  obligation text collate "C" not null,
  kind text collate "C" not null,
  contract text collate "C" not null,
  contract_title text collate "C" not null,
  provider text collate "C" not null,
  period_from date not null,
  period_to date not null,
  about text collate "C" not null,
  due_on date,
  how jsonb not null,
  extension text collate "C",
  missed boolean not null,
  set_aside boolean not null,
  before_record boolean not null,
  closed_on date,
  primary key (authority, obligation)
) with (fillfactor = 70)
