-- The contracts of authority $1 whose references follow $7, by reference, at most $6. Each of $2 to $5 limits them where
-- it is not null: the directorate $2; the provider $3, who leads or is a member; the status $4; the text $5 in what is
-- searched.
select contract.contract as reference,
       contract.title,
       contract.directorate,
       jsonb_build_object('reference', contract.lead, 'name', coalesce(provider.name, '')) as provider,
       contract.manager,
       contract.starts_on as "startsOn",
       contract.ends_on as "endsOn",
       contract.value_pence as "valuePence",
       contract.status,
       contract.commitments,
       contract.undecided as "undecidedReports",
       contract.last_recorded_at as "lastRecordedAt"
  from register.contract as contract
  left join register.provider as provider
    on provider.authority = contract.authority and provider.provider = contract.lead
 where contract.authority = $1
   and ($2::text is null or contract.directorate = $2)
   and ($3::text is null or contract.lead = $3 or contract.members ? $3)
   and ($4::text is null or contract.status = $4)
   and ($5::text is null or strpos(contract.searched, $5) > 0)
   and contract.contract > coalesce($7::text, '')
 order by contract.contract
 limit $6;
