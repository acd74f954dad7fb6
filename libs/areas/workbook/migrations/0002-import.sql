-- The imports that were asked for, and what became of each.
--
-- import_id  the command id of the import, unique in its authority
-- request    SHA-256 of the workbook and the options: the same id with another request is refused
-- actor      the opaque id of the person who asked
-- answer     what became of it, as JSON text in the import's shape; null while it is under way
-- failure    why it broke off, in words; null otherwise
--
-- The application adds imports and completes them; it deletes none.
create table workbook.import (
  authority text collate "C" not null,
  import_id text collate "C" not null,
  request text not null,
  actor text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  answer text,
  failure text,
  primary key (authority, import_id),
  check ((ended_at is null) = (answer is null and failure is null)),
  check (answer is null or failure is null)
);

alter table workbook.import enable row level security;
alter table workbook.import force row level security;

create policy own on workbook.import
  using (authority = any (current_setting('svl.authorities', true)::text[]))
  with check (authority = any (current_setting('svl.authorities', true)::text[]));

grant select, insert on workbook.import to :app_role;
grant update (ended_at, answer, failure) on workbook.import to :app_role;

create index on workbook.import (authority, asked_at desc, import_id desc);
