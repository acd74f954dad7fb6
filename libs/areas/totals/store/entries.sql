-- Entries of the journal with their dimensions; the conditions, the order and the limit follow.
select a.position,
       a.entry,
       a.figure,
       a.period_from as "from",
       a.period_to as "to",
       a.year,
       a.posted_year as "postedYear",
       a.pence,
       a.quantity::text as quantity,
       d.*
  from totals.journal as a
  join totals.dimension as d using (authority, commitment, provider, terms_version, provider_version)
