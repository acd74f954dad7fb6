-- A part of the list of providers, in the order of their references. Locks nothing. Reads: the projection `providers`.
-- $1 the authority; $2 the reference after which it begins, null for the start; $3 how many at most.
-- Returns version, terms.
select version, terms
  from providers.provider
 where authority = $1
   and ($2::text is null or provider > $2)
 order by provider
 limit $3
