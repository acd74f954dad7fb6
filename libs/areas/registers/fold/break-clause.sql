create table break_clause (
  authority text collate "C" not null,
  clause text collate "C" not null,
  contract text collate "C" not null,
  condition text collate "C" not null,
  since_position bigint not null,
  primary key (authority, clause)
) with (fillfactor = 70)
