import type { TemplateRow } from '#areas/workbook/index.js';

type MeasureRow = TemplateRow<'measures'>;
type Factors = readonly [string | null, string | null, string | null, string | null];

const UNASSESSED: Factors = [null, null, null, null];
const FINANCE = 'Own estimate, finance team, June 2023';

/** A measure of the starter set. The values are an invented authority's own estimates: nobody's licensed set is in them. */
function measure(
  [reference, name, theme, outcome, unit]: readonly [string, string, string, string, string],
  [kind, combine, money]: readonly [MeasureRow['kind'], MeasureRow['combine'], MeasureRow['money']],
  [unit_value_gbp, value_source]: readonly [string | null, string],
  [deadweight_percent, displacement_percent, leakage_percent, caused_by_others_percent]: Factors,
  tags: readonly string[] = [],
): MeasureRow {
  const factors = { deadweight_percent, displacement_percent, leakage_percent, caused_by_others_percent };
  return { reference, name, theme, outcome, unit, kind, combine, money, unit_value_gbp, value_source, ...factors, tags };
}

const NONE = [null, ''] as const;

/** The measures that a generated authority uses: those of the sample county. */
export const starterMeasures: readonly MeasureRow[] = [
  measure(['M01', 'Local people employed', 'Jobs', 'More people in good work', 'full-time year'], ['FTE', 'sum', 'estimate'], ['14800', FINANCE], ['50', '10', '5', '5'], ['marmot:3']),
  measure(['M02', 'People far from work who start a job and keep it', 'Jobs', 'More people in good work', 'person'], ['number', 'sum', 'estimate'], ['6200', FINANCE], ['55', '5', '0', '15'], ['marmot:3']),
  measure(['M03', 'Workers paid at least the county’s fair wage', 'Jobs', 'Fair pay', 'per cent'], ['percentage', 'never', 'none'], NONE, UNASSESSED, ['marmot:4']),
  measure(['M04', 'Apprenticeship weeks', 'Skills', 'Young people qualified', 'week'], ['number', 'sum', 'estimate'], ['215.5', FINANCE], ['27', '5', '0', '10'], ['marmot:2']),
  measure(['M05', 'Work experience days', 'Skills', 'Young people ready for work', 'day'], ['number', 'sum', 'estimate'], ['92.4', FINANCE], ['28', '0', '0', '10'], ['marmot:2']),
  measure(['M06', 'Careers, mentoring and digital sessions', 'Skills', 'Young people ready for work', 'learner hour'], ['hours x people', 'sum', 'estimate'], ['15.75', FINANCE], ['15', '0', '0', '20'], ['marmot:2']),
  measure(['M07', 'Volunteering', 'Communities', 'Neighbours who look after one another', 'hour'], ['hours x people', 'sum', 'estimate'], ['14.6', FINANCE], ['10', '5', '0', '0'], ['marmot:5']),
  measure(['M08', 'Expert hours given to charities', 'Communities', 'Stronger charities', 'expert hour'], ['number', 'sum', 'estimate'], ['86', FINANCE], UNASSESSED),
  measure(['M09', 'Older people in regular contact', 'Communities', 'Fewer people alone', 'person'], ['number', 'latest', 'estimate'], ['740', 'Own estimate, public health, June 2023'], ['20', '0', '0', '15'], ['marmot:6']),
  measure(['M10', 'Materials, labour and kit given', 'Communities', 'Places that work', 'pound'], ['money', 'sum', 'in kind'], ['1', 'At cost, from invoices and timesheets'], ['10', '0', '0', '0'], ['marmot:5']),
  measure(['M11', 'What has changed, in people’s own words', 'Communities', 'Neighbours who look after one another', 'account'], ['text', 'never', 'none'], NONE, UNASSESSED),
  measure(['M12', 'Spend with suppliers in the county', 'Local economy', 'Money that stays here', 'pound'], ['money', 'sum', 'cash'], ['1', 'Money paid'], ['60', '10', '20', '0'], ['marmot:4']),
  measure(['M13', 'Spend with charities and social enterprises', 'Local economy', 'Money that stays here', 'pound'], ['money', 'sum', 'cash'], ['1', 'Money paid'], ['40', '5', '5', null], ['marmot:4']),
  measure(['M14', 'Paid into the community fund', 'Local economy', 'Money that residents decide on', 'pound'], ['money', 'sum', 'cash'], ['1', 'Money paid'], ['0', '0', '0', '0'], ['marmot:5']),
  measure(['M15', 'Local suppliers paid within 30 days', 'Local economy', 'Money that stays here', 'per cent'], ['percentage', 'never', 'none'], NONE, UNASSESSED),
  measure(['M16', 'Carbon saved', 'Environment', 'A cooler county', 'tonne CO2e'], ['number', 'sum', 'estimate'], ['85', 'Own estimate, climate team, June 2023'], ['35', '0', '0', '10'], ['marmot:8']),
  measure(['M17', 'Trees standing', 'Environment', 'Greener places', 'tree'], ['number', 'latest', 'none'], NONE, UNASSESSED, ['marmot:8']),
  measure(['M18', 'Household goods reused', 'Environment', 'Less thrown away', 'item'], ['number', 'sum', 'estimate'], ['9.2', 'Own estimate, waste team, June 2023'], ['30', '5', '10', '0'], ['marmot:8']),
];

const byReference = new Map(starterMeasures.map((one) => [one.reference, one]));

export function measureOf(reference: string): MeasureRow {
  return byReference.get(reference)!;
}
