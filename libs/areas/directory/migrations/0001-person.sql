-- The people of an authority, each under an opaque random id. The ledger names people by these ids alone, so that a
-- name can be changed or erased here without touching the record.
--
-- name       what was typed where the person was first met: an email, a reference, `local operator`
-- known_as   the name without capitals and needless spaces: one person, however it is typed
--
-- The application reads and adds people of the authorities that its transaction names; it changes and deletes none.
create schema directory;

create table directory.person (
  authority text collate "C" not null,
  person_id text collate "C" not null,
  name text not null check (name <> ''),
  known_as text collate "C" not null check (known_as <> ''),
  primary key (authority, person_id),
  unique (authority, known_as)
);

alter table directory.person enable row level security;
alter table directory.person force row level security;

create policy own on directory.person
  using (authority = any (current_setting('svl.authorities', true)::text[]))
  with check (authority = any (current_setting('svl.authorities', true)::text[]));

grant usage on schema directory to :app_role;
grant select, insert on directory.person to :app_role;
