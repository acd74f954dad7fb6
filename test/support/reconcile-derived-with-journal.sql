-- Locks nothing. Reads the totals of authority $1, as far as row-level security lets it; $2 is after how many positions
-- everything is closed. Writes nothing. Returns a row for every amount of a closing or a snapshot, and every count of a
-- closing of coverage, that is not what the entries up to its position add up to, or that is missing, or too many.
with reached as (select max(to_position) as position from totals.checkpoint where authority = $1),
     entered as materialized (
        select journal.position, journal.dimension, journal.due_on, journal.period_to, journal.year, journal.posted_year, key.id as rollup,
               amount, coalesce(value, '0')::numeric as value
          from totals.journal
          join totals.dimension as d on d.authority = journal.authority and d.id = journal.dimension
          left join totals.rollup as key
            on key.authority = journal.authority
           and (key.year, key.posted_year, key.due_on) = (journal.year, journal.posted_year, journal.due_on)
           and (key.contract_basis, key.theme, key.outcome, key.measure, key.unit, key.combine, key.money, key.valued)
             = (d.contract_basis, d.theme, d.outcome, d.measure, d.unit, d.combine, d.money, d.valued)
         cross join lateral jsonb_each_text(to_jsonb(journal)) as of (amount, value)
         where journal.authority = $1 and amount ~ '_(pence|quantity)$'
     ),
     closed as (
        select rollup::text as key, block * $2::bigint as position, amount, sum(sum(value)) over (partition by rollup, amount order by block) as value
          from (select *, (position - 1) / $2::bigint + 1 as block from entered) as entered
         where block * $2::bigint <= (select position from reached)
         group by rollup, block, amount
     ),
     kept_closed as (
        select rollup::text as key, position, amount, value::numeric as value
          from totals.closing
         cross join lateral jsonb_each_text(to_jsonb(closing)) as of (amount, value)
         where authority = $1 and amount ~ '_(pence|quantity)$'
     ),
     covered as (
        select concat_ws(' ', scope, fact, since) as key, block * $2::bigint as position, amount, sum(sum(value)) over (partition by scope, fact, since, amount order by block) as value
          from (select *, (position - 1) / $2::bigint + 1 as block from totals.coverage_entry where authority = $1) as entry
         cross join lateral (values ('contracts', contracts::numeric), ('pence', pence::numeric)) as of (amount, value)
         where block * $2::bigint <= (select position from reached)
         group by scope, fact, since, block, amount
     ),
     kept_covered as (
        select concat_ws(' ', scope, fact, since) as key, position, amount, value
          from totals.coverage_closing
         cross join lateral (values ('contracts', contracts::numeric), ('pence', pence::numeric)) as of (amount, value)
         where authority = $1
     ),
     cells as (
        select concat_ws(' ', dimension, due_on, year, posted_year) as key, taken.position, amount, sum(value) as value
          from totals.snapshot as taken
          join entered on entered.position <= taken.position
         where taken.authority = $1
         group by dimension, due_on, year, posted_year, taken.position, amount
     ),
     kept_cells as (
        select concat_ws(' ', dimension, due_on, year, posted_year) as key, position, amount, value::numeric as value
          from totals.snapshot_cell
         cross join lateral jsonb_each_text(to_jsonb(snapshot_cell)) as of (amount, value)
         where authority = $1 and amount ~ '_(pence|quantity)$'
     ),
     periods as (
        select concat_ws(' ', dimension, period_to, year, posted_year) as key, taken.position, amount, sum(value) as value
          from totals.snapshot as taken
          join entered on entered.position <= taken.position
         where taken.authority = $1
         group by dimension, period_to, year, posted_year, taken.position, amount
     ),
     kept_periods as (
        select concat_ws(' ', dimension, period_to, year, posted_year) as key, position, amount, value::numeric as value
          from totals.snapshot_period
         cross join lateral jsonb_each_text(to_jsonb(snapshot_period)) as of (amount, value)
         where authority = $1 and amount ~ '_(pence|quantity)$'
     )
select 'closing' as table, key, position, amount, entered.value::text as entered, kept.value::text as kept
  from closed as entered full join kept_closed as kept using (key, position, amount)
 where entered.value is distinct from kept.value
union all
select 'coverage_closing', key, position, amount, entered.value::text, kept.value::text
  from covered as entered full join kept_covered as kept using (key, position, amount)
 where entered.value is distinct from kept.value
union all
select 'snapshot_cell', key, position, amount, entered.value::text, kept.value::text
  from cells as entered full join kept_cells as kept using (key, position, amount)
 where entered.value is distinct from kept.value
union all
select 'snapshot_period', key, position, amount, entered.value::text, kept.value::text
  from periods as entered full join kept_periods as kept using (key, position, amount)
 where entered.value is distinct from kept.value
 order by 1, 3, 2, 4
