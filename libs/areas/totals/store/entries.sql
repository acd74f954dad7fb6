-- Entries of the journal, figure by figure, with their dimensions; the conditions, the order and the limit follow.
select a.position,
       a.entry * 10 + changed.place as entry,
       changed.figure,
       a.period_from as "from",
       a.period_to as "to",
       a.year,
       a.posted_year as "postedYear",
       changed.pence,
       changed.quantity::text as quantity,
       d.commitment, d.provider, d.contract, d.directorate, d.contract_basis, d.theme, d.outcome, d.measure, d.unit,
       d.combine, d.money, d.valued, d.provider_type, d.place, d.beneficiary_agency, d.beneficiary_group, d.priority, d.tags
  from totals.journal as a
  join totals.dimension as d on d.authority = a.authority and d.id = a.dimension
 cross join lateral (values ('committed', 1, a.committed_pence, a.committed_quantity),
                            ('reported', 2, a.reported_pence, a.reported_quantity),
                            ('evidenced', 3, a.evidenced_pence, a.evidenced_quantity),
                            ('validated', 4, a.validated_pence, a.validated_quantity),
                            ('additional', 5, a.additional_pence, a.additional_quantity),
                            ('notAssessed', 6, a.not_assessed_pence, a.not_assessed_quantity),
                            ('underCorrection', 7, a.under_correction_pence, a.under_correction_quantity),
                            ('broughtForward', 8, a.brought_forward_pence, a.brought_forward_quantity)
                    ) as changed (figure, place, pence, quantity)
