-- How many transactions of the application in this database began before $1 and read as of then: they hold a snapshot
-- and have written nothing. Those that wait for the connection $2 will write, once it lets them.
select count(*)::integer as readers
  from pg_stat_activity
 where datname = current_database()
   and pid <> pg_backend_pid()
   and xact_start < $1
   and backend_xmin is not null
   and backend_xid is null
   and not $2 = any (pg_blocking_pids(pid));
