-- How far a ledger reaches: by its entries, and by what its commands say they wrote.
-- Locks: nothing. Reads: the last entry; the commands.
select coalesce((select position from ledger.event where authority = $1 order by position desc limit 1), 0) as entries,
       coalesce((select max(last_position) from ledger.command where authority = $1), 0) as commands
