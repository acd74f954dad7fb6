-- Those that follow the one due on $10 (infinity: on no day) with the key $11, by day and key, at most $12.
select wanted.obligation,
       wanted.kind,
       wanted.contract,
       wanted.contract_title as "contractTitle",
       wanted.provider,
       wanted.period_from as "from",
       wanted.period_to as "to",
       wanted.about,
       wanted.due_on as "dueOn",
       wanted.how,
       wanted.extension,
       wanted.missed,
       wanted.set_aside as "setAside",
       wanted.before_record as "beforeRecord",
       wanted.closed_on as "closedOn",
       wanted.state
  from wanted
 where $11::text is null
    or (coalesce(wanted.due_on, 'infinity'::date), wanted.obligation) > ($10::date, $11::text collate "C")
 order by coalesce(wanted.due_on, 'infinity'::date), wanted.obligation
 limit $12;
