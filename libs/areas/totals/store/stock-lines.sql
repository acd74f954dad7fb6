-- The lines of stocks of authority $1 in the roles $3, as they came to stand up to position $2, with the dimensions that
-- they stand under. Of commitments and members of whom some dimensions are wanted, all: what left a dimension says so
-- under another. The conditions on `wanted`, and the order, follow.
select line.position,
       line.entry,
       line.line,
       line.role,
       line.period_from as "from",
       line.period_to as "to",
       line.recorded,
       line.present,
       line.amounts,
       line.closed_through as "closedThrough",
       d.commitment, d.provider, d.contract, d.directorate, d.contract_basis, d.theme, d.outcome, d.measure, d.unit,
       d.combine, d.money, d.valued, d.provider_type, d.place, d.beneficiary_agency, d.beneficiary_group, d.priority, d.tags
  from totals.stock_line as line
  join totals.dimension as d on d.authority = $1 and d.id = line.dimension
 where line.authority = $1
   and line.position <= $2
   and line.role = any ($3::text[])
