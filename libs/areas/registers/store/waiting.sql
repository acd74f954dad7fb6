-- The delivery reports of authority $1 that wait for a decision since an entry after $2, the oldest first, at most $3;
-- with each its files that are behind other reports in force too, naming at most $4 of those.
select waiting.report,
       waiting.corrects,
       waiting.contract,
       contract.title as "contractTitle",
       waiting.commitment,
       waiting.measure,
       waiting.measure_name as "measureName",
       waiting.unit,
       case when waiting.provider is not null
            then jsonb_build_object('reference', waiting.provider, 'name', coalesce(provider.name, ''))
       end as provider,
       waiting.period_from as "from",
       waiting.period_to as "to",
       waiting.quantity,
       waiting.said,
       waiting.pence as "valuePence",
       waiting.description,
       waiting.evidence_missing as "evidenceMissing",
       waiting.evidence_supports as "evidenceSupports",
       waiting.evidence_complete as "evidenceComplete",
       coalesce(files.shared, '[]') as "sharedFiles",
       waiting.reported_on as "reportedOn",
       waiting.reported_by as "reportedBy",
       waiting.side,
       waiting.state,
       waiting.question,
       waiting.answer,
       waiting.since_position as "sincePosition",
       waiting.since
  from register.waiting as waiting
  join register.contract as contract using (authority, contract)
  left join register.provider as provider
    on provider.authority = waiting.authority and provider.provider = waiting.provider
  left join lateral (
         select jsonb_agg(jsonb_build_object('evidence', mine.evidence, 'sha256', mine.sha256, 'alsoBehind', behind.reports)
                          order by mine.evidence) as shared
           from register.evidence_file as mine
          cross join lateral (
                  select jsonb_agg(first.report order by first.report) as reports
                    from (select distinct other.report
                            from register.evidence_file as other
                           where other.authority = mine.authority
                             and other.sha256 = mine.sha256
                             and other.report <> mine.report
                           order by other.report
                           limit $4) as first) as behind
          where mine.authority = waiting.authority
            and mine.report = waiting.report
            and behind.reports is not null) as files on true
 where waiting.authority = $1
   and waiting.since_position > $2
 order by waiting.since_position
 limit $3;
