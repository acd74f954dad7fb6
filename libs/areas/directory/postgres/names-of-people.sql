-- The names behind ids. Locks nothing. Reads: directory.person.
-- $1 the authority; $2 the ids. Returns person_id, name.
select person_id, name
  from directory.person
 where authority = $1
   and person_id = any ($2::text[])
