-- The obligations of authority $1 as they stood at entry $2: of each the latest row up to there. The contract $4 and the
-- kinds $5 never change under one key, so they limit the rows before the latest is looked for.
select latest.*
  from (select distinct on (entry.obligation) entry.*
          from obligations.obligation_entry as entry
         where entry.authority = $1
           and entry.position <= $2::bigint
           and ($4::text is null or entry.contract = $4)
           and ($5::text[] is null or entry.kind = any ($5))
         order by entry.obligation, entry.position desc) as latest
 where not latest.gone
