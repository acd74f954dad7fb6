-- The position reached in the ledger of each of the authorities $1, of those begun: one backward probe for each.
select authority, latest.to_position as position
  from unnest($1::text[]) as asked (authority)
 cross join lateral (select checkpoint.to_position
                       from projection.checkpoint
                      where checkpoint.authority = asked.authority
                      order by checkpoint.from_position desc
                      limit 1) as latest;
