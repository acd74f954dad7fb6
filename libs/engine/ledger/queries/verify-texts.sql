-- A page of erasable texts: at most $3 after the digest $2.
-- Locks: nothing. Reads: erasable texts by their key.
select digest, salt, text
  from ledger.erasable_text
 where authority = $1
   and digest > $2
 order by digest
 limit $3
