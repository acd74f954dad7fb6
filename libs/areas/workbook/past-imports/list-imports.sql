-- Imports, the latest first, of those asked for before the one named by its moment and id.
-- Locks nothing. Reads: workbook.import.
-- $1 the authority; $2 how many at most; $3 a moment and $4 an id to go on after, or null. Returns their rows.
select import_id, request, actor, asked_at, ended_at, answer, failure
  from workbook.import
 where authority = $1
   and ($3::timestamptz is null or (asked_at, import_id) < ($3::timestamptz, $4))
 order by asked_at desc, import_id desc
 limit $2
