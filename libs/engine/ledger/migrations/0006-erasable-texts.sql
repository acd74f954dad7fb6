-- Texts in which people may have typed names, beside the entries that hold their salted digests. Erasing one deletes
-- its row and breaks no hash.
set local role svl_ledger;

create table ledger.erasable_text (
  authority text collate "C" not null,
  digest    bytea            not null check (octet_length(digest) = 32),
  salt      bytea            not null check (octet_length(salt) = 16),
  text      text collate "C" not null,
  primary key (authority, digest)
);

-- No plan turns on what is not a key.
alter table ledger.erasable_text
  alter column salt set statistics 0,
  alter column text set statistics 0;

reset role;
