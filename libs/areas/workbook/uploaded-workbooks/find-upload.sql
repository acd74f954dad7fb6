-- An uploaded workbook by its id. Locks nothing. Reads: workbook.upload.
-- $1 the authority; $2 the upload's id. Returns its row.
select upload_id, actor, uploaded_at, files
  from workbook.upload
 where authority = $1
   and upload_id = $2
