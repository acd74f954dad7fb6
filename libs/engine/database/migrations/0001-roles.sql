-- The roles that stand between the application and the record. Roles belong to the whole server, so another database
-- of it may have made them already, perhaps in this very moment.
--
-- svl_ledger     owns the ledger's schema and its append function; nobody can log in as it
-- svl_import     copies positioned rows into the ledger; COPY FROM refuses row-level security, so it bypasses it
-- svl_projector  owns the schemas of projections, which it makes at run time; reads and writes for every authority
-- svl_relay      reads every authority's ledger to hand it on
--
-- Reads and writes: the server's catalogue of roles.
do $$
declare
  wanted record;
begin
  for wanted in
    select *
      from (values ('svl_ledger',    'nologin noinherit'),
                   ('svl_import',    'nologin noinherit bypassrls'),
                   ('svl_projector', 'nologin noinherit bypassrls'),
                   ('svl_relay',     'nologin noinherit bypassrls')) as role (name, options)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      begin
        execute format('create role %I %s', wanted.name, wanted.options);
      exception
        when duplicate_object or unique_violation then
          null;
      end;
    end if;
  end loop;
end
$$;

-- The application takes one of three roles for one transaction, by SET LOCAL ROLE, and inherits none of them:
-- policies reach inheriting members, and would open every authority to it at all times.
do $$
declare
  app  pg_roles;
  role pg_roles;
begin
  select * into strict app from pg_roles where rolname = :'app_role';
  if app.rolinherit then
    alter role :app_role noinherit;
  end if;
  for role in select * from pg_roles where rolname in ('svl_import', 'svl_projector', 'svl_relay')
  loop
    if not exists (select from pg_auth_members where roleid = role.oid and member = app.oid) then
      execute format('grant %I to %I', role.rolname, app.rolname);
    end if;
  end loop;
end
$$;

-- Outside a transaction that names its authorities the application sees none. (Without this the setting would be an
-- empty text once a transaction has set it, which is no array, and policies would fail instead of hiding.)
alter role :app_role set svl.authorities = '{}';

-- The projector makes its schemas in this database; nobody makes anything in the schema that everyone can see.
do $$
begin
  execute format('grant create, temporary on database %I to svl_projector', current_database());
  revoke create on schema public from public;
end
$$;
