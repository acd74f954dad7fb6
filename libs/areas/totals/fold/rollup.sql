create table rollup (
  authority text collate "C" not null,
  id integer not null,
  contract_basis text collate "C" not null,
  theme text collate "C" not null,
  outcome text collate "C" not null,
  measure text collate "C" not null,
  unit text collate "C" not null,
  combine text collate "C" not null,
  money text collate "C" not null,
  valued boolean not null,
  year text collate "C" not null,
  posted_year text collate "C" not null,
  due_on date not null,
  primary key (authority, id)
)
