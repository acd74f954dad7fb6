-- Ends the application's connections that wait for their process to send the rows of a statement that begins with $1, and
-- began it more than $2 milliseconds ago. Since when they wait PostgreSQL does not say: one that sends its rows, but takes
-- so long over them, may be ended too. A flush takes far less, and is tried again. Their transactions are rolled back.
select pg_terminate_backend(pid)
  from pg_stat_activity
 where datname = current_database()
   and usename = current_user
   and state = 'active'
   and wait_event = 'ClientRead'
   and starts_with(query, $1)
   and state_change < clock_timestamp() - make_interval(secs => $2::double precision / 1000);
