-- The columns of a projection's table $1, with their types and whether they allow null.
select attname::text as name,
       regexp_replace(format_type(atttypid, null), 'timestamp with time zone', 'timestamptz') as type,
       not attnotnull as nullable
  from pg_attribute
 where attrelid = $1::regclass
   and attnum > 0
   and not attisdropped
 order by attnum;
