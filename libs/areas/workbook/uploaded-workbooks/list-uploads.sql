-- Uploaded workbooks, the latest first, of those uploaded before the one named by its moment and id.
-- Locks nothing. Reads: workbook.upload.
-- $1 the authority; $2 how many at most; $3 a moment and $4 an id to go on after, or null. Returns their rows.
select upload_id, actor, uploaded_at, files
  from workbook.upload
 where authority = $1
   and ($3::timestamptz is null or (uploaded_at, upload_id) < ($3::timestamptz, $4))
 order by uploaded_at desc, upload_id desc
 limit $2
