-- Where the projection stands in the ledger of authority $1.
-- Returns: one row: position (0 before the first flush), the authority-wide state with its position, and what is parked.
select coalesce((select latest.to_position
                   from projection.checkpoint as latest
                  where latest.authority = $1
                  order by latest.from_position desc
                  limit 1), 0) as position,
       shared.state as shared,
       parked.position as parked_position,
       parked.event_type,
       parked.error,
       parked.since
  from (values (1)) as one (row)
  left join projection.state as shared on shared.authority = $1 and shared.stream = ''
  left join projection.parked as parked on parked.authority = $1;
