-- The texts behind digests ($2), as far as they have not been erased.
-- Locks: nothing. Reads: erasable texts by their key.
select encode(digest, 'hex') as digest, text
  from ledger.erasable_text
 where authority = $1
   and digest = any ($2::bytea[])
