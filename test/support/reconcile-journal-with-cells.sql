-- Locks nothing. Reads totals_v1.journal and totals_v1.cell of one authority ($1), as far as row-level security lets it.
-- Writes nothing. Returns a row for every cell and figure in which the sum of the entries is not what the cell holds.
select coalesce(entered.pence, 0)::text as entered_pence,
       coalesce(stands.pence, 0)::text as cell_pence,
       coalesce(entered.quantity, 0)::text as entered_quantity,
       coalesce(stands.quantity, 0)::text as cell_quantity,
       commitment, provider, terms_version, provider_version, period_from, period_to, year, posted_year, figure
  from (select commitment, provider, terms_version, provider_version, period_from, period_to, year, posted_year, figure,
               sum(pence) as pence, sum(quantity) as quantity
          from totals_v1.journal
         where authority = $1
         group by commitment, provider, terms_version, provider_version, period_from, period_to, year, posted_year, figure
       ) as entered
  full join (
        select commitment, provider, terms_version, provider_version, period_from, period_to, year, posted_year,
               of_figure.figure, of_figure.pence, of_figure.quantity
          from totals_v1.cell
         cross join lateral (
                values ('committed', committed_pence, committed_quantity),
                       ('reported', reported_pence, reported_quantity),
                       ('evidenced', evidenced_pence, evidenced_quantity),
                       ('validated', validated_pence, validated_quantity),
                       ('additional', additional_pence, additional_quantity),
                       ('notAssessed', not_assessed_pence, not_assessed_quantity),
                       ('underCorrection', under_correction_pence, under_correction_quantity),
                       ('broughtForward', brought_forward_pence, brought_forward_quantity)
               ) as of_figure (figure, pence, quantity)
         where authority = $1
       ) as stands
 using (commitment, provider, terms_version, provider_version, period_from, period_to, year, posted_year, figure)
 where coalesce(entered.pence, 0) <> coalesce(stands.pence, 0)
    or coalesce(entered.quantity, 0) <> coalesce(stands.quantity, 0)
 order by commitment, provider, period_from, figure
