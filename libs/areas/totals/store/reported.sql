-- In how many entries something was reported to authority $1: counted up to 100, more are as good.
select count(*)::integer as reports
  from (select
          from totals.journal
         where authority = $1 and reported_pence <> 0
         order by position
         limit 100) as counted;
