-- One head for each authority: whoever appends to its ledger locks this row first, and nobody ever updates it. (Updated
-- heads leave dead rows that one open snapshot keeps alive, until every append crawls over them.)
set local role svl_ledger;

create table ledger.head (
  authority text collate "C" primary key,
  name      text             not null
);

reset role;
