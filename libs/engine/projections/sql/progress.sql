-- How far the shadow has come, as it last said.
select done, total from projection.progress order by said_at desc limit 1;
