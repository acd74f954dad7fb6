-- How many transactions of the application in this database began before $1 and may still read as of then.
select count(*)::integer as readers
  from pg_stat_activity
 where datname = current_database()
   and pid <> pg_backend_pid()
   and xact_start < $1
   and backend_xmin is not null;
