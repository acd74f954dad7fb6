-- The ledgers that the caller may see, or that of $1 alone unless it is null, each with its last position and moment.
-- Locks: nothing. Reads: heads; entries by backward probes on their key.
select h.authority,
       h.name,
       coalesce((select e.position from ledger.event e
                  where e.authority = h.authority order by e.position desc limit 1), 0) as position,
       (select e.recorded_at from ledger.event e
         where e.authority = h.authority order by e.position desc limit 1) as "recordedAt"
  from ledger.head h
 where ($1::text is null or h.authority = $1)
 order by h.authority
