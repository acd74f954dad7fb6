-- An import may open the ledger that it is the first to write to: one that breaks off leaves no ledger without an entry.
-- Locks: the function. Writes: who may call it.
grant execute on function ledger.open to svl_import;
