-- The lines of stocks of authority $1 in the roles $3, as they came to stand up to position $2, in the order of the
-- ledger, with the dimensions that they stand under.
select line.position,
       line.line,
       line.role,
       line.period_from as "from",
       line.period_to as "to",
       line.recorded,
       line.present,
       line.amounts,
       line.closed_through as "closedThrough",
       d.*
  from totals.stock_line as line
  join totals.dimension as d using (authority, commitment, provider, terms_version, provider_version)
 where line.authority = $1
   and line.position <= $2
   and line.role = any ($3::text[])
 order by line.position, line.commitment, line.entry;
