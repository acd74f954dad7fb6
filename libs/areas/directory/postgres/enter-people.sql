-- Enters people who were not met before; who was is left as they are, also when somebody else enters them meanwhile.
-- Locks: the rows that it enters, in the order given (callers sort, so that two never wait for each other).
-- Reads and writes: directory.person.
-- $1 the authority; $2 new ids, $3 names, $4 what they are known as, in step.
insert into directory.person (authority, person_id, name, known_as)
select $1, one.person_id, one.name, one.known_as
  from unnest($2::text[], $3::text[], $4::text[]) as one (person_id, name, known_as)
    on conflict do nothing
