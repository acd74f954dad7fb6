-- How imports stand, without the rows of their answers. Locks nothing. Reads: workbook.import.
-- $1 the authority; $2 the imports' ids. Returns a row for each that is known: status and counts out of its answer.
select import_id,
       ended_at,
       failure,
       answer::jsonb ->> 'status' as status,
       (answer::jsonb -> 'counts')::text as counts
  from workbook.import
 where authority = $1
   and import_id = any ($2)
