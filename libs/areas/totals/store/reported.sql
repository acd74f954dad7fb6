-- What was reported to authority $1 over all its contracts, in pence, and in how many cells.
select count(*) as reports,
       coalesce(sum(reported_pence), 0)::bigint as pence
  from totals.cell
 where authority = $1 and reported_pence <> 0;
