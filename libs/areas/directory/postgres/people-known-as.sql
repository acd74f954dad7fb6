-- People by what they are known as. Locks nothing. Reads: directory.person.
-- $1 the authority; $2 what they are known as. Returns known_as, person_id.
select known_as, person_id
  from directory.person
 where authority = $1
   and known_as = any ($2::text[])
