-- The last rows imported under some identities of a sheet. Locks nothing. Reads: workbook.imported_row, one probe of
-- its key for each identity.
-- $1 the authority; $2 the sheet; $3 the identities. Returns identity, content, stands_as.
select asked.identity, latest.content, latest.stands_as
  from unnest($3::text[]) as asked (identity)
 cross join lateral (
         select row.content, row.stands_as
           from workbook.imported_row as row
          where row.authority = $1
            and row.sheet = $2
            and row.identity = asked.identity
          order by row.entry desc
          limit 1
       ) as latest
