-- Lets go of every job in hand, so that the first look of the next worker (BullMQ's move_stalled_jobs_to_wait) takes it up,
-- and counts it as left behind. Only for the one process that works on these queues, before it begins.
-- Locks: the rows that it changes. Writes: job, meta.
with freed as (
  update job
     set locked_until_ms = 0,
         stalled_marked = true
   where state = 'active'
)
delete from meta
 where field = 'stalled-check'
