-- What each row of a workbook said when it was imported. The next import compares with the last row of an identity.
-- Insert-only.
--
-- identity   the row's reference, or the JSON array of the columns that identify it
-- entry      counts up: of two rows of one identity the higher was imported later
-- content    its values by column as JSON text; people as their ids, words about people as digests, blanks left out
-- stands_as  for a delivery, the reference under which its latest statement stands
--
-- The application reads and adds rows of the authorities that its transaction names; it changes and deletes none.
create schema workbook;

create table workbook.imported_row (
  authority text collate "C" not null,
  sheet text collate "C" not null,
  identity text collate "C" not null,
  entry bigint generated always as identity,
  content text not null,
  stands_as text collate "C",
  primary key (authority, sheet, identity, entry)
);

alter table workbook.imported_row enable row level security;
alter table workbook.imported_row force row level security;

create policy own on workbook.imported_row
  using (authority = any (current_setting('svl.authorities', true)::text[]))
  with check (authority = any (current_setting('svl.authorities', true)::text[]));

grant usage on schema workbook to :app_role;
grant select, insert on workbook.imported_row to :app_role;
