-- The names that people chose, each held once in its authority, with the stream that holds what it names. An index into
-- the ledger, written with the entries.
set local role svl_ledger;

create table ledger.reference (
  authority text collate "C" not null,
  kind      text collate "C" not null,
  reference text collate "C" not null,
  stream    text collate "C" not null,
  primary key (authority, kind, reference)
);

reset role;
