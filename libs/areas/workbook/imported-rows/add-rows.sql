-- Adds what rows say now; what they said before stays. Runs in the transaction that imports their events, under the
-- lock of the authority's head, so that the order of `entry` is the order of the imports.
-- Locks: nothing of its own. Writes: workbook.imported_row.
-- $1 the authority; $2 sheets, $3 identities, $4 contents, $5 what deliveries stand as, in step.
insert into workbook.imported_row (authority, sheet, identity, content, stands_as)
select $1, one.sheet, one.identity, one.content, one.stands_as
  from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as one (sheet, identity, content, stands_as, place)
 order by one.place
