-- Records what an import wrote, and its answer.
-- Locks: nothing; the importer holds the head. Writes: the command.
insert into ledger.command (authority, command_id, request_hash, first_position, last_position, recorded_at, hashes, answer)
values ($1, $2, $3, $4, $5, $6, $7, $8)
