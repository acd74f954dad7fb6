-- Locks nothing. Reads totals.journal and totals.cell of one authority ($1), as far as row-level security lets it.
-- Writes nothing. Returns a row for every cell and amount in which the sum of the entries is not what the cell holds.
select coalesce(entered.sum, 0)::text as entered, coalesce(stands.sum, 0)::text as cell, dimension::text, due_on, year, posted_year, amount
  from (select dimension, due_on, year, posted_year, amount, sum(value::numeric) as sum
          from totals.journal
         cross join lateral jsonb_each_text(to_jsonb(journal)) as of (amount, value)
         where authority = $1 and amount ~ '_(pence|quantity)$' and value is not null
         group by dimension, due_on, year, posted_year, amount
       ) as entered
  full join (
        select dimension, due_on, year, posted_year, amount, value::numeric as sum
          from totals.cell
         cross join lateral jsonb_each_text(to_jsonb(cell)) as of (amount, value)
         where authority = $1 and amount ~ '_(pence|quantity)$'
       ) as stands
 using (dimension, due_on, year, posted_year, amount)
 where coalesce(entered.sum, 0) <> coalesce(stands.sum, 0)
 order by dimension, due_on, amount
