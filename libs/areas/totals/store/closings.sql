-- What the entries of authority $1 up to position $3 add up to, by key of the roll-up: of each key its last closing at or
-- before $2, the end of a block, and the entries between the two. One key may be in two rows. The filters $4 to $8 let
-- all through where they are null; $9 limits delivered years, $10 posted ones.
-- Laterals, because what is probed one by one cannot be planned otherwise on tables of which nothing is known.
-- A line with AMOUNT stands for one line for each amount.
select key.contract_basis, key.theme, key.outcome, key.measure, key.unit, key.combine, key.money, key.valued, key.year, key.posted_year,
       key.due_on as ends,
       closed.AMOUNT::text
  from totals.rollup as key
 cross join lateral (select *
                       from totals.closing
                      where authority = $1 and rollup = key.id and position <= $2::bigint
                      order by position desc
                      limit 1) as closed
 where key.authority = $1
   and ($4::text[] is null or key.contract_basis = any ($4::text[]))
   and ($5::text[] is null or key.theme = any ($5::text[]))
   and ($6::text[] is null or key.outcome = any ($6::text[]))
   and ($7::text[] is null or key.measure = any ($7::text[]))
   and ($8::text[] is null or key.money = any ($8::text[]))
   and ($9::text[] is null or key.year = any ($9::text[]))
   and ($10::text[] is null or key.posted_year = any ($10::text[]))
union all
select d.contract_basis, d.theme, d.outcome, d.measure, d.unit, d.combine, d.money, d.valued, entered.year, entered.posted_year,
       entered.due_on,
       coalesce(sum(entered.AMOUNT), 0)::text
  from (select dimension, year, posted_year, due_on,
               sum(AMOUNT) as AMOUNT
          from totals.journal
         where authority = $1
           and position > $2::bigint
           and position <= $3::bigint
           and ($9::text[] is null or year = any ($9::text[]))
           and ($10::text[] is null or posted_year = any ($10::text[]))
         group by dimension, year, posted_year, due_on
       ) as entered
 cross join lateral (select * from totals.dimension where authority = $1 and id = entered.dimension limit 1) as d
 where ($4::text[] is null or d.contract_basis = any ($4::text[]))
   and ($5::text[] is null or d.theme = any ($5::text[]))
   and ($6::text[] is null or d.outcome = any ($6::text[]))
   and ($7::text[] is null or d.measure = any ($7::text[]))
   and ($8::text[] is null or d.money = any ($8::text[]))
 group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
