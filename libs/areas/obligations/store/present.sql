-- The obligations of authority $1 as they stand; $2, the position, is null.
select obligation.*
  from obligations.obligation as obligation
 where obligation.authority = $1
   and $2::bigint is null
