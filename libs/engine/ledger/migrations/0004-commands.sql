-- What each command wrote, and what it was answered. `hashes` holds the content hashes of its entries in the order of
-- their positions, 32 bytes each: a second witness, which `verify` compares with the entries.
set local role svl_ledger;

create table ledger.command (
  authority      text collate "C" not null,
  command_id     text collate "C" not null,
  request_hash   bytea            not null check (octet_length(request_hash) = 32),
  first_position bigint           not null,
  last_position  bigint           not null check (last_position >= first_position),
  recorded_at    timestamptz(3)   not null,
  hashes         bytea            not null check (octet_length(hashes) = 32 * (last_position - first_position + 1)),
  answer         text collate "C" not null,
  primary key (authority, command_id)
);

-- Hashes do not compress; trying to would only cost time. No plan turns on what is not a key.
alter table ledger.command
  alter column hashes set storage external,
  alter column hashes set statistics 0,
  alter column request_hash set statistics 0,
  alter column answer set statistics 0;

reset role;
