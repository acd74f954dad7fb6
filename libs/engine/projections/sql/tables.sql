-- The tables of the schema $1, by their full names, the checkpoints first.
select format('%I.%I', nspname, relname) as name
  from pg_class
  join pg_namespace on pg_namespace.oid = relnamespace
 where nspname = $1
   and relkind in ('r', 'p')
 order by relname <> 'checkpoint', relname;
