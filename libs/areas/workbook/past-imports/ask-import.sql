-- Notes an import that is asked for, unless one of its id is known.
-- Locks: the row that it adds. Writes: workbook.import.
-- $1 the authority; $2 the import's id; $3 the hash of its request; $4 the actor; $5 the moment.
-- Returns import_id where it was added, else nothing.
insert into workbook.import (authority, import_id, request, actor, asked_at)
values ($1, $2, $3, $4, $5)
    on conflict do nothing
returning import_id
