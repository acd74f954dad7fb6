-- A page of commands: at most $4 after the id $2, of those that wrote up to position $3, each with the hashes that the
-- entries at its positions have now where they are not the ones that it wrote, and the positions of those of its entries
-- that have another moment than it has.
-- Locks: nothing. Reads: commands and entries by their keys.
select command_id as "commandId",
       first_position as "first",
       last_position as "last",
       case when found.positions is not null then command.hashes end as wrote,
       found.positions,
       found.hashes as "found",
       command.recorded_at as "recordedAt",
       coalesce(found."otherMoments", '{}') as "otherMoments"
  from (select * from ledger.command
         where authority = $1
           and command_id > $2
           and first_position <= $3
         order by command_id
         limit $4) command
  left join lateral (
         select coalesce(array_agg(position order by position), '{}') as positions,
                coalesce(string_agg(hash, '' order by position), '') as hashes,
                array_agg(position order by position) filter (where recorded_at <> command.recorded_at) as "otherMoments"
           from ledger.event
          where authority = $1
            and position between command.first_position and command.last_position
         having coalesce(string_agg(hash, '' order by position), '') <> command.hashes
             or bool_or(recorded_at <> command.recorded_at)
       ) found on true
 order by command_id
