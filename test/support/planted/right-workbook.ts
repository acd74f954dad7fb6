import type { Sheets } from './grid.js';

/*
 * A workbook in which everything is in order, as a district council might send it: eighteen contracts, three of them
 * of consortia, every sheet in use. Each contract has four commitments: of posts, of volunteer hours, of spend, and the
 * fourth in turn of weeks, goods, trees, a percentage, words. Where something stands:
 *
 *   contract C(n)       row n + 1 of contracts, break_clauses and opening_balances; rows 2n and 2n + 1 of returns
 *   its commitments     K(4n - 3) to K(4n), rows 4n - 2 to 4n + 1
 *   its deliveries      D(n)-11, -21, -31, -41 in rows 8n - 6 to 8n - 3; D(n)-12, -22, -32, -42 in rows 8n - 2 to 8n + 1;
 *                       the correction D(n)-32b in row 145 + n
 *   its reviews         rows 5n - 3 to 5n + 1
 */

const CONTRACTS = 18;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const two = (number: number): string => String(number).padStart(2, '0');

const TITLES = ['Highways', 'Home care', 'Housing repairs', 'Waste', 'Leisure', 'School meals', 'Cleaning', 'Parks', 'Street lighting', 'Supported living', 'Agency staff', 'Community transport', 'Libraries’ IT', 'Flood works', 'Youth centres', 'Tree care', 'Car parks', 'Day centres'];
const PROVIDERS = ['Brightwell', 'Harbour Care', 'Open Door', 'Kestrel Works', 'Ladle', 'Marsh Lane', 'Fen Friends', 'Greenway', 'Lumen', 'Thornbury Homes', 'Staffwell', 'Wheels for All', 'Northgate Signs', 'Old Mill Catering', 'Pennant Print'];
const TYPES = ['large business', 'social enterprise', 'charity or community', 'medium business', 'small business', 'public body'];
/** The first so many lead contracts; the others were only invited. */
const LEADS = 12;
const DIRECTORATES = ['Place', 'Adults', 'Children'];
/** The consortia, with their shares. */
const CONSORTIA: readonly [string, string, string][] = [
  ['C02', 'P02', '60'],
  ['C02', 'P03', '40'],
  ['C08', 'P08', '50'],
  ['C08', 'P06', '30'],
  ['C08', 'P07', '20'],
  ['C12', 'P12', '70'],
  ['C12', 'P04', '30'],
];
const leadOf = (contract: number): string => `P${two(((contract - 1) % LEADS) + 1)}`;
/** The fourth measure of each contract in turn. */
const FOURTH = ['M04', 'M05', 'M06', 'M07', 'M08'];
const fourthOf = (contract: number): string => (contract === 7 ? 'M10' : FOURTH[(contract - 1) % FOURTH.length]!);
const commitmentOf = (contract: number, place: number): string => `K${two((contract - 1) * 4 + place)}`;
const QUARTERS = [['01/04/2025', '30/06/2025', '10/07/2025'], ['01/07/2025', '30/09/2025', '09/10/2025']] as const;
const MANAGER = (contract: number): string => `manager${(contract % 3) + 1}@fenmarch.example`;
const CLERK = 'returns@provider.example';

const providers = [
  ['reference', 'name', 'type', 'local', 'place', 'companies_house', 'charity_number'],
  ...PROVIDERS.map((name, index) => [`P${two(index + 1)}`, name, TYPES[index % TYPES.length]!, index % 2 === 0 ? 'yes' : 'no', index % 3 === 0 ? 'Eastmoor' : 'Fenmarch', `0${4_310_200 + index * 37}`, index % 6 === 2 ? `11${70_311 + index}` : '']),
];

const contracts = [
  ['reference', 'title', 'directorate', 'provider', 'manager', 'starts_on', 'ends_on', 'value_gbp', 'reporting', 'due_working_days', 'jurisdiction', 'regime'],
  ...numbers(CONTRACTS).map((n) => [`C${two(n)}`, TITLES[n - 1]!, DIRECTORATES[n % 3]!, leadOf(n), MANAGER(n), '01/04/2024', '31/03/2028', `£${n + 4},500,000`, n % 4 === 0 ? 'half-yearly' : 'quarterly', '20', 'england-and-wales', n % 5 === 0 ? 'light-touch' : 'procurement-act-2023']),
];

const members = [['contract', 'provider', 'share_percent'], ...CONSORTIA.map((member) => [...member])];

const measures = [
  ['reference', 'name', 'theme', 'outcome', 'unit', 'kind', 'combine', 'money', 'unit_value_gbp', 'value_source', 'deadweight_percent', 'displacement_percent', 'leakage_percent', 'caused_by_others_percent', 'tags'],
  ['M01', 'Local people employed', 'Jobs', 'More people in work', 'full-time year', 'FTE', 'sum', 'estimate', '28213.45', 'Own model 2025', '40', '5', '10', '0', 'jobs; local'],
  ['M02', 'Volunteer hours', 'Communities', 'Stronger communities', 'hour', 'hours x people', 'sum', 'estimate', '16.93', 'Own model 2025', '10', '0', '0', '0', ''],
  ['M03', 'Spend with local businesses', 'Growth', 'A stronger economy', 'pound', 'money', 'sum', 'cash', '1', '', '', '', '', '', 'local'],
  ['M04', 'Weeks of apprenticeships', 'Jobs', 'Skills', 'week', 'number', 'sum', 'estimate', '251.79', 'Own model 2025', '20', '0', '0', '15', 'jobs'],
  ['M05', 'Goods given', 'Communities', 'Stronger communities', 'pound', 'money', 'sum', 'in kind', '1', '', '', '', '', '', ''],
  ['M06', 'Trees standing', 'Environment', 'More canopy', 'tree', 'number', 'latest', 'none', '', '', '', '', '', '', ''],
  ['M07', 'Waste recycled', 'Environment', 'Less waste', 'percent', 'percentage', 'never', 'none', '', '', '', '', '', '', ''],
  ['M08', 'Work with schools', 'Communities', 'Aspiration', 'account', 'text', 'never', 'none', '', '', '', '', '', '', ''],
  ['M09', 'Posts for care leavers', 'Jobs', 'More people in work', 'full-time year', 'FTE', 'sum', 'estimate', '31002', 'Own model 2025', '20', '0', '0', '0', 'jobs'],
  ['M10', 'Rooms lent', 'Communities', 'Stronger communities', 'hour', 'number', 'sum', 'in kind', '22.5', 'Own model 2025', '', '', '', '', ''],
  ['M11', 'Meals served', 'Communities', 'Stronger communities', 'meal', 'number', 'sum', 'estimate', '3.4', 'Own model 2025', '10', '0', '0', '0', ''],
  ['M12', 'Satisfaction', 'Communities', 'Better services', 'percent', 'percentage', 'never', 'none', '', '', '', '', '', '', ''],
  ['M13', 'Posts for veterans', 'Jobs', 'More people in work', 'full-time year', 'FTE', 'sum', 'estimate', '30,500', 'Own model 2025', '', '', '', '', 'jobs'],
  ['M14', 'Grants given', 'Growth', 'A stronger economy', 'pound', 'money', 'sum', 'cash', '£1.00', '', '', '', '', '', ''],
  ['M15', 'Case studies', 'Communities', 'Aspiration', 'account', 'text', 'never', 'none', '', '', '', '', '', '', ''],
  ['M16', 'Air quality index', 'Environment', 'Cleaner air', 'point', 'number', 'never', 'none', '', '', '', '', '', '', ''],
  ['M17', 'Bird boxes', 'Environment', 'More nature', 'box', 'number', 'sum', 'none', '', '', '', '', '', '', ''],
  ['M18', 'Hedges planted', 'Environment', 'More nature', 'metre', 'number', 'sum', 'estimate', '12.3456', 'Own model 2025', '12', '12.5', '0', '0', ''],
  ['M19', 'Bicycles mended', 'Environment', 'Less waste', 'bicycle', 'number', 'sum', 'estimate', '4', 'Own model 2025', '', '', '', '', ''],
  ['M20', 'Carbon saved', 'Environment', 'Net zero', 'tonne', 'number', 'sum', 'estimate', '350', 'Own model 2025', '', '', '', '', 'carbon'],
  ['M21', 'Toilets opened to all', 'Communities', 'Better places', 'toilet', 'number', 'sum', 'estimate', '5', 'Own model 2025', '', '', '', '', ''],
];

const commitments = [
  ['reference', 'contract', 'measure', 'provider', 'basis', 'bid_sentence', 'bid_reference', 'critical', 'evidence_required', 'place', 'beneficiary_group', 'beneficiary_agency', 'priority', 'tags', 'deadweight_percent', 'displacement_percent', 'leakage_percent', 'caused_by_others_percent'],
  ...numbers(CONTRACTS).flatMap((n) => {
    const rest = ['', '', '', '', ''];
    const row = (place: number, measure: string, sentence: string, evidence: string): string[] => [
      ...[commitmentOf(n, place), `C${two(n)}`, measure, place < 3 ? leadOf(n) : '', 'contract', sentence, `B${n}.${place}`, place === 1 ? 'yes' : 'no', evidence, n % 2 === 0 ? 'Eastmoor' : 'Fenmarch'],
      ...['', '', ['fair', 'green', 'skilled'][n % 3]!, ...rest],
    ];
    return [
      row(1, 'M01', `We will employ ${n + 3} people from the district.`, 'payroll'),
      row(2, 'M02', 'Our staff will give two days a year each.', ''),
      row(3, 'M03', 'We will spend a tenth of the value within 20 miles.', 'invoices; ledger extract'),
      row(4, fourthOf(n), 'And more, as the method statement says.', ''),
    ];
  }),
];

const targets = [
  ['commitment', 'from', 'to', 'quantity'],
  ...numbers(CONTRACTS).flatMap((n) => {
    const both = (place: number, quantity: string): string[][] => [
      [commitmentOf(n, place), '01/04/2024', '31/03/2025', quantity],
      [commitmentOf(n, place), '2025-04-01', '2026-03-31', quantity],
    ];
    const fourth: Readonly<Record<string, string>> = { M04: '104', M05: '£9,000', M06: '400', M07: '65', M08: '', M10: '120' };
    return [...both(1, String(n + 3)), ...both(2, '320'), ...both(3, '£450,000'), ...(fourth[fourthOf(n)] === '' ? [] : both(4, fourth[fourthOf(n)]!))];
  }),
];

const breakClauses = [
  ['reference', 'contract', 'condition', 'below_percent', 'consecutive_periods', 'working_days_late', 'time_to_put_right_working_days', 'remediable', 'notice_form', 'notice_address', 'deemed_service_working_days', 'who_may_decide', 'summary'],
  ...numbers(CONTRACTS).map((n) => {
    const [condition, below, periods, late] = [['shortfall', '60', '2', ''], ['silence', '', '', '15'], ['critical commitment missed', '', '', '']][n % 3]!;
    return [`B${two(n)}`, `C${two(n)}`, condition!, below!, periods!, late!, '30', n % 3 === 0 ? 'no' : 'yes', 'letter', '', '2', 'Head of procurement', `Clause ${n + 20}: notice after ${condition}`];
  }),
];

const openingBalances = [
  ['commitment', 'provider', 'from', 'to', 'quantity', 'attested_by'],
  ...numbers(CONTRACTS).map((n) => [commitmentOf(n, 3), '', '01/04/2023', '31/03/2024', `£${n}0,000`, n % 2 === 0 ? 'finance@fenmarch.example' : '']),
];

const deliveries = [
  ['reference', 'commitment', 'provider', 'from', 'to', 'quantity', 'hours', 'people', 'text', 'item', 'in_addition', 'description', 'evidence', 'evidenced_quantity', 'reported_on', 'reported_by', 'corrects', 'reason'],
  ...numbers(CONTRACTS).flatMap((n) => {
    const row = (place: number, quarter: number, figures: { quantity?: string; hours?: string; people?: string; text?: string }, more: { evidence?: string; item?: string } = {}): string[] => {
      const [from, to, on] = QUARTERS[quarter - 1]!;
      const { quantity = '', hours = '', people = '', text = '' } = figures;
      const days = more.item === 'yes' ? [quarter === 1 ? '14/05/2025' : '20/08/2025', quarter === 1 ? '14/05/2025' : '20/08/2025'] : [from, to];
      return [`D${two(n)}-${place}${quarter}`, commitmentOf(n, place), '', ...days, quantity, hours, people, text, more.item ?? '', '', '', more.evidence ?? '', '', on, CLERK, '', ''];
    };
    const fourth: Readonly<Record<string, object>> = { M04: { quantity: '24' }, M05: { quantity: '£2,150.50' }, M06: { quantity: '390' }, M07: { quantity: '61.5' }, M08: { text: 'Careers talks in two schools' }, M10: { quantity: '30' } };
    return [1, 2].flatMap((quarter) => [
      row(1, quarter, { quantity: String(n + 1) }, { evidence: 'payroll' }),
      row(2, quarter, { hours: '7.5', people: String(n + 9) }, { item: 'yes' }),
      row(3, quarter, { quantity: `£${90 + n},250.${n + 10}` }, { evidence: 'invoices; ledger extract: extract.csv' }),
      row(4, quarter, fourth[fourthOf(n)]!),
    ]);
  }),
  ...numbers(CONTRACTS).map((n) => [`D${two(n)}-32b`, commitmentOf(n, 3), '', '01/07/2025', '30/09/2025', `£${80 + n},250`, '', '', '', '', '', '', 'invoices; ledger extract', '', '20/10/2025', CLERK, `D${two(n)}-32`, 'An invoice was counted twice']),
];

const reviews = [
  ['delivery', 'decision', 'quantity', 'method', 'reviewed_on', 'reviewed_by', 'reason', 'deadweight_percent', 'displacement_percent', 'leakage_percent', 'caused_by_others_percent'],
  ...numbers(CONTRACTS).flatMap((n) => [
    [`D${two(n)}-11`, 'validated', '', 'document', '22/07/2025', MANAGER(n), '', '', '', '', ''],
    [`D${two(n)}-12`, 'part validated', String(n), 'document', '24/10/2025', MANAGER(n), 'One left in August', '', '', '', ''],
    [`D${two(n)}-21`, 'validated', '', 'visit', '22/07/2025', MANAGER(n), '', '', '', '', ''],
    [`D${two(n)}-31`, 'validated', '', 'document', '22/07/2025', MANAGER(n), 'Half would have come anyway', '50', '0', '0', '0'],
    [`D${two(n)}-32b`, 'queried', '', '', '24/10/2025', MANAGER(n), 'Which invoice?', '', '', '', ''],
  ]),
];

const returns = [
  ['contract', 'provider', 'from', 'to', 'nil', 'submitted_on', 'submitted_by'],
  ...numbers(CONTRACTS).flatMap((n) => QUARTERS.map(([from, to, on]) => [`C${two(n)}`, '', from, to, 'no', on, CLERK])),
];

export const rightWorkbook: Sheets = {
  about: [['key', 'value'], ['template', 'social-value-ledger'], ['version', '1'], ['authority', 'fenmarch'], ['prepared_by', 'The social value lead']],
  providers,
  contracts,
  members,
  measures,
  commitments,
  targets,
  break_clauses: breakClauses,
  opening_balances: openingBalances,
  deliveries,
  reviews,
  returns,
  closed_years: [['year'], ['2023/24']],
};
