-- An import by its id. Locks nothing. Reads: workbook.import.
-- $1 the authority; $2 the import's id. Returns its row.
select import_id, request, actor, asked_at, ended_at, answer, failure
  from workbook.import
 where authority = $1
   and import_id = $2
