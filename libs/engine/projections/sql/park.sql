-- Parks the projection at an event: authority $1, position $2, event type $3, error $4, since $5.
-- The first to park an authority is the one that stays.
insert into projection.parked (authority, position, event_type, error, since)
values ($1, $2, $3, $4, $5)
on conflict (authority) do nothing;
