-- Notes what became of an import; one that has ended stays as it is.
-- Locks: its row. Writes: workbook.import.
-- $1 the authority; $2 the import's id; $3 the moment; $4 the answer as JSON text, or null; $5 the failure, or null.
update workbook.import
   set ended_at = $3,
       answer = $4,
       failure = $5
 where authority = $1
   and import_id = $2
   and ended_at is null
