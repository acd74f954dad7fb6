-- What came after day $3 has not come on it, and nothing was missed on it that was not due before.
as_of as (
  select held.*,
         case when held.closed_on <= $3::date then held.closed_on end as met_on,
         held.missed and held.due_on < $3::date as was_missed,
         held.extension is not distinct from 'asked' as unanswered
    from held
),
-- Of the obligations of `held` those from $6 (a provider, or blank for the authority), of contract $4, of a kind in $5,
-- due by $8 and after $9, each with its state on day $3, if that is one of $7. What is null does not limit.
judged as (
  select held.*,
         case when held.kind = 'return' then
                case when held.met_on > held.due_on and not held.unanswered and not held.before_record then 'returned late'
                     when held.met_on is not null then 'returned'
                     when held.was_missed and held.set_aside then 'set aside'
                     when held.was_missed then 'missed'
                     when held.before_record then 'before the record'
                     when held.period_from > $3::date then 'to come'
                     when held.period_to >= $3::date then 'open'
                     when held.due_on is null then 'suspended'
                     when $3::date > held.due_on and not held.unanswered then 'overdue'
                     else 'due'
                end
              when held.met_on > held.due_on and held.kind <> 'improvement step' then 'done late'
              when held.met_on is not null then 'done'
              when held.due_on is null then 'suspended'
              when $3::date > held.due_on and held.kind = 'improvement step' then 'day passed'
              when $3::date > held.due_on then 'overdue'
              else 'due'
         end as state
    from as_of as held
   where ($4::text is null or held.contract = $4)
     and ($5::text[] is null or held.kind = any ($5))
     and ($6::text is null or held.provider = $6)
     and ($8::date is null or coalesce(held.due_on, 'infinity'::date) <= $8)
     and ($9::date is null or (held.due_on is not null and coalesce(held.due_on, 'infinity'::date) > $9))
), wanted as (
  select judged.*
    from judged
   where $7::text[] is null or judged.state = any ($7)
)
