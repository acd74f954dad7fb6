-- Every identity ever imported in a sheet, the earliest first. Locks nothing. Reads: workbook.imported_row.
-- $1 the authority; $2 the sheet. Returns identity.
select identity
  from workbook.imported_row
 where authority = $1
   and sheet = $2
 group by identity
 order by min(entry)
