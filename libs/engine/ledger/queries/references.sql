-- The streams that hold what references ($3) of a kind ($2) name, as far as they are taken.
-- Locks: nothing. Reads: references, one probe of their key for each.
select asked.reference,
       (select taken.stream
          from ledger.reference as taken
         where taken.authority = $1
           and taken.kind = $2
           and taken.reference = asked.reference) as stream
  from unnest($3::text[]) as asked (reference)
