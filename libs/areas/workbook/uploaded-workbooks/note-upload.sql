-- Notes an uploaded workbook. Locks: the row that it adds. Writes: workbook.upload.
-- $1 the authority; $2 the upload's id; $3 the actor; $4 the moment; $5 the names of its files, a JSON array as text.
insert into workbook.upload (authority, upload_id, actor, uploaded_at, files)
values ($1, $2, $3, $4, $5)
