-- What is parked of the authorities $1.
select authority, position, event_type as "eventType", error, since
  from projection.parked
 where authority = any ($1::text[])
 order by authority;
