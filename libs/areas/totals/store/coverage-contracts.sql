-- The same, contract by contract, of authority $1 at position $2: for several years $3, some contracts $4 or directorates
-- $5 (null: all), or where reports of periods that ended after $7 do not count as waiting (null: all do). A return is
-- missing from the end $6 of its period on.
with recursive contract as (
        (select contract from totals.contract_coverage where authority = $1 and $4::text[] is null order by contract limit 1)
        union all
        select next.contract
          from contract
         cross join lateral (select covered.contract
                               from totals.contract_coverage as covered
                              where covered.authority = $1 and covered.contract > contract.contract
                              order by covered.contract
                              limit 1) as next
     ),
     asked as (select contract from contract union all select unnest($4::text[])),
     in_scope as (
        select latest.*
          from asked
         cross join lateral (select *
                               from totals.contract_coverage as covered
                              where covered.authority = $1 and covered.contract = asked.contract and covered.position <= $2::bigint
                              order by covered.position desc
                              limit 1) as latest
         where ($5::text[] is null or latest.directorate = any ($5::text[]))
           and ($3::text[] is null
                or exists (select
                             from unnest($3::text[]) as year
                            where latest.starts_on < make_date(left(year, 4)::integer + 1, 4, 1)
                              and latest.ends_on >= make_date(left(year, 4)::integer, 4, 1)))
     ),
     said as (
        select value_pence,
               with_commitments,
               exists (select from jsonb_each_text(missing) as of (year, since)
                        where since <= $6 and ($3::text[] is null or year = any ($3::text[]))) as missing,
               exists (select from jsonb_each_text(waiting) as of (year, since)
                        where ($7::text is null or since <= $7) and ($3::text[] is null or year = any ($3::text[]))) as waiting
          from in_scope
     )
select fact,
       '' as since,
       count(*)::integer as contracts,
       coalesce(sum(value_pence), 0)::bigint as pence
  from said
 cross join lateral (values ('in scope', true), ('with commitments', with_commitments), ('missing', missing), ('waiting', waiting)) as of (fact, holds)
 where holds
 group by fact;
