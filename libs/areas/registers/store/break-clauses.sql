-- The break clauses of authority $1 that were first agreed by an entry up to $3 and whose references follow $4, by
-- reference, at most $2. The contract $5 and the kind of condition $6 limit them where they are not null.
select clause.clause as reference,
       clause.contract,
       clause.condition,
       clause.since_position as "sincePosition"
  from register.break_clause as clause
 where clause.authority = $1
   and clause.since_position <= $3
   and clause.clause > coalesce($4::text, '')
   and ($5::text is null or clause.contract = $5)
   and ($6::text is null or clause.condition = $6)
 order by clause.clause
 limit $2;
