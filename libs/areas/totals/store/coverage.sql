-- The contracts of authority $1 as coverage saw them at position $2: of each its latest row, the returns filed, and the
-- years in which a report (of a period that ended by $3, if given) waits for a decision.
select contract,
       latest.directorate,
       latest.starts_on as "startsOn",
       latest.ends_on as "endsOn",
       latest.value_pence as "valuePence",
       latest.with_commitments as "withCommitments",
       latest.members,
       latest.reporting,
       coalesce(filed.returns, '[]') as returns,
       coalesce(waiting.years, '{}') as "undecidedYears"
  from (select distinct on (contract) *
          from totals.contract_coverage
         where authority = $1 and position <= $2
         order by contract, position desc) as latest
  left join (select contract,
                    jsonb_agg(jsonb_build_object('provider', provider, 'from', period_from, 'to', period_to)) as returns
               from totals.return_filed
              where authority = $1 and position <= $2
              group by contract) as filed using (contract)
  left join (select contract, array_agg(year order by year) as years
               from (select contract, year
                       from totals.undecided
                      where authority = $1
                        and position <= $2
                        and ($3::date is null or period_to <= $3::date)
                      group by contract, year
                     having sum(change) > 0) as open
              group by contract) as waiting using (contract)
 order by contract;
