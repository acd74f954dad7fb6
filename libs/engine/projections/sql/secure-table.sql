-- Lets the application read a projection's table, and of it the rows of the authorities that its transaction names.
-- The projector, who owns the table, bypasses row-level security.
alter table projection.table_name enable row level security;
alter table projection.table_name force row level security;
create policy own on projection.table_name for select
  using (authority = any (current_setting('svl.authorities', true)::text[]));
grant select on projection.table_name to session_user;
