-- The first of the references in $2 (kinds) and $3 (names) that is taken, with the stream that holds what it names.
-- Locks: nothing; the importer holds the head. Reads: references by their key.
select *
  from (select r.kind,
               r.reference,
               r.place,
               (select t.stream from ledger.reference t
                 where t.authority = $1 and t.kind = r.kind and t.reference = r.reference) as stream
          from unnest($2::text[], $3::text[]) with ordinality as r (kind, reference, place)) claim
 where stream is not null
 order by place
 limit 1
