-- The workbooks that people uploaded on a page: each is checked, and goes in when somebody confirms it.
--
-- upload_id  names its folder of files, and the import that confirms it; its check is the import of that name with -check
-- actor      the opaque id of the person who uploaded it
-- files      the names of its files, as a JSON array of texts
--
-- The application reads and adds; it changes and deletes none. What became of an upload stands in workbook.import.
create table workbook.upload (
  authority text collate "C" not null,
  upload_id text collate "C" not null,
  actor text not null,
  uploaded_at timestamptz not null,
  files text not null,
  primary key (authority, upload_id)
);

alter table workbook.upload enable row level security;
alter table workbook.upload force row level security;

create policy own on workbook.upload
  using (authority = any (current_setting('svl.authorities', true)::text[]))
  with check (authority = any (current_setting('svl.authorities', true)::text[]));

grant select, insert on workbook.upload to :app_role;

create index on workbook.upload (authority, uploaded_at desc, upload_id desc);
