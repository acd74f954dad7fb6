import { type Council, council } from '../support/council.js';
import { figureIn, published } from '../support/golden/published.js';
import type { CsvRow } from '../support/golden/fenmarch.js';
import type { StatedRow, StatedWorkbook } from '../support/workbook.js';

/*
 * The measures of a council's quarterly form as a measure set: what each counts, in what unit, and what may never be totalled.
 * Units, rules and unit values come from the file; themes are invented, since the form has none.
 */
const rows = published('essex-measures');
const ruleOf = (id: string): string => rows.find((row) => row['id'] === id)!['rule']!;
const isCheck = ({ id }: CsvRow): boolean => id!.startsWith('CHECK-');

/** A unit of the form as the workbook's unit, kind, combining and money. */
const UNITS: Readonly<Record<string, { readonly unit: string; readonly kind: string; readonly combine?: string; readonly money?: string; readonly value?: string }>> = {
  FTE: { unit: 'full-time year', kind: 'FTE' },
  percent: { unit: 'percent', kind: 'percentage', combine: 'never' },
  'percent of contracts': { unit: 'percent of contracts', kind: 'percentage', combine: 'never' },
  'hours x attendees': { unit: 'session hour', kind: 'hours x people' },
  weeks: { unit: 'week', kind: 'number' },
  GBP: { unit: 'pound', kind: 'money', money: 'cash', value: '1' },
  'GBP including staff time': { unit: 'pound', kind: 'money', money: 'in kind', value: '1' },
  'staff expert hours': { unit: 'expert hour', kind: 'number', money: 'estimate', value: String(figureIn(ruleOf('ECC48'), /expert hour ([\d.]+)/)) },
  text: { unit: 'words', kind: 'text', combine: 'never' },
  visits: { unit: 'visit', kind: 'number' },
  'employees with access': { unit: 'employee', kind: 'number', combine: 'latest' },
  tonnes: { unit: 'tonne', kind: 'number' },
  tCO2e: { unit: 'tonne CO2e', kind: 'number' },
};

/** The sheet `measures`. A measure whose jobs may count in another too is tagged with it: a lens, not a sum. */
const measures: readonly StatedRow[] = rows.filter((row) => !isCheck(row)).map(({ id, measure, unit: stated, rule }) => {
  const { unit, kind, combine = 'sum', money = 'none', value = '' } = UNITS[stated!]!;
  const theme = kind === 'FTE' ? 'Jobs' : money === 'none' ? 'People and place' : 'Local economy';
  const beside = /additional to (\w+)/.exec(rule!)?.[1];
  const tags = kind === 'FTE' ? ['jobs', ...(beside ? [`counts beside ${beside}`] : [])] : [];
  return { reference: id!, name: measure!, theme, outcome: theme, unit, kind, combine, money, unit_value_gbp: value, value_source: rule!, tags: tags.join('; ') };
});

const RECORD_ONLY = rows.filter(({ rule, unit }) => rule === 'record only' || unit === 'text').map(({ id }) => id!);
const USED = ['ECC1', 'ECC6', 'ECC8', 'ECC39', 'ECC50', 'ECC38', ...RECORD_ONLY];
const YEAR = { from: '2025-04-01', to: '2026-03-31' };
const TODAY = '2026-04-20';

const contract: StatedWorkbook = {
  providers: [{ reference: 'P01', name: 'Estuary Services', type: 'large business' }],
  contracts: [
    {
      ...{ reference: 'C01', title: 'Facilities', directorate: 'Place', provider: 'P01', manager: 'manager@essex.example' },
      ...{ starts_on: '2025-04-01', ends_on: '2028-03-31', value_gbp: '£4,000,000', reporting: 'quarterly' },
    },
  ],
  measures,
  commitments: USED.map((measure) => ({ reference: `K-${measure}`, contract: 'C01', measure, basis: 'contract', bid_sentence: `We will report ${measure}.` })),
};

const report = (measure: string, said: StatedRow): StatedRow => ({
  ...{ reference: `D-${measure}`, commitment: `K-${measure}`, ...YEAR, reported_on: TODAY, reported_by: 'returns@essex.example' },
  ...said,
});
const deliveries: readonly StatedRow[] = [
  report('ECC1', { quantity: '10' }),
  report('ECC6', { quantity: '2' }),
  report('ECC8', { hours: '1.5', people: '20' }),
  report('ECC39', { quantity: '2', description: 'Two hours of advice before fifty listeners' }),
  report('ECC50', { hours: '2', people: '8' }),
  report('ECC38', { quantity: '£12,500.50' }),
  ...RECORD_ONLY.map((measure) => report(measure, UNITS[rows.find(({ id }) => id === measure)!['unit']!]!.kind === 'text' ? { text: 'Two evenings with a local group' } : { quantity: '37.5%' })),
];
const reviews = deliveries.map(({ reference }) => ({ delivery: reference!, decision: 'validated', method: 'document', reviewed_on: TODAY, reviewed_by: 'manager@essex.example' }));

describe('Essex: the measures of a public form as a measure set', () => {
  let essex: Council;
  beforeAll(async () => {
    essex = await council('essex', TODAY);
    expect(await essex.import({ ...contract, deliveries, reviews })).toMatchObject({ status: 'accepted', problems: [] });
  });
  afterAll(async () => {
    expect((await essex.end())[0]!.rows).toBeGreaterThan(5);
  });

  const quantitiesBy = async (query: Record<string, string>) => (await essex.totals(query)).rows.flatMap(({ quantities }) => quantities);
  const quantityOf = async (measure: string) => (await quantitiesBy({ where: `measure=${measure}` }))[0];

  it('has every measure of the form, each with its unit and kind; the two statements of every return are none', async () => {
    const { items } = await essex.ask<{ items: { measure: string; unit: string; kind: string; combine: string; unitValue: string | null }[] }>('measures', { limit: '100' });
    expect(items.map(({ measure }) => measure).sort()).toEqual(rows.filter((row) => !isCheck(row)).map(({ id }) => id).sort());
    expect(items).toHaveLength(rows.length - 2);
    const kindOf = (id: string) => items.find(({ measure }) => measure === id);
    expect(kindOf('ECC1')).toMatchObject({ kind: 'FTE', unit: 'full-time year', combine: 'sum' });
    expect(kindOf('ECC39')).toMatchObject({ kind: 'number', unit: 'expert hour', unitValue: '101' });
    expect(kindOf('ECC50')).toMatchObject({ kind: 'hours x people', unit: 'session hour', unitValue: null });
    expect(kindOf('ECC52')).toMatchObject({ kind: 'number', unit: 'tonne CO2e' });
  });

  it('counts a session’s hours by its people: 2 hours × 8 people = 16', async () => {
    const [, hours, people, product] = /(\d+) hours x (\d+) people = (\d+)/.exec(ruleOf('ECC50'))!;
    expect(deliveries.find(({ reference }) => reference === 'D-ECC50')).toMatchObject({ hours, people });
    expect(await quantityOf('ECC50')).toMatchObject({ unit: 'session hour', validated: product });
    expect(await quantityOf('ECC8')).toMatchObject({ validated: '30' });
  });

  it('counts an expert’s own hours, however many listen', async () => {
    expect(await quantityOf('ECC39')).toMatchObject({ unit: 'expert hour', validated: '2' });
    const listeners = report('ECC39', { reference: 'D-listeners', from: '2026-04-01', to: '2026-04-20', quantity: '', hours: '2', people: '50' });
    const { status, problems } = await essex.import({ deliveries: [listeners] });
    expect(status).toBe('rejected');
    expect(problems.map(({ column, rule }) => `${column} ${rule}`)).toEqual([
      'quantity must be given for a measure of kind number',
      'hours must be left out for a measure of kind number',
      'people must be left out for a measure of kind number',
    ]);
  });

  it('shows ECC6 beside ECC1 through a lens whose lines overlap and say so', async () => {
    const lens = await essex.totals({ by: 'tag', where: 'theme=Jobs' });
    expect(lens.overlapping).toBe(true);
    const line = (tag: string) => lens.rows.find(({ key }) => key.tag === tag)!.quantities.map(({ measure, validated }) => [measure, validated]);
    expect(line('jobs')).toEqual([['ECC1', '10'], ['ECC6', '2']]);
    expect(line('counts beside ECC1')).toEqual([['ECC6', '2']]);
  });

  it('never adds ECC6 to ECC1: the same job may be in both', async () => {
    const { overlapping, rows: [jobs] } = await essex.totals({ by: 'theme', where: 'theme=Jobs' });
    expect(overlapping).toBe(false);
    expect(jobs!.quantities.map(({ measure, validated }) => [measure, validated])).toEqual([['ECC1', '10'], ['ECC6', '2']]);
    expect(Object.values(jobs!.pence).every((pence) => pence === null)).toBe(true);
  });

  it('keeps the kinds of money apart, and hours that have no value out of it', async () => {
    const { rows: byMoney } = await essex.totals({ by: 'money' });
    expect(byMoney.map(({ key, pence }) => [key.money, pence.validated])).toEqual([
      ['cash', 1_250_050],
      ['estimate', 20_200],
      ['none', null],
    ]);
  });

  it.each(RECORD_ONLY)('keeps %s as a record, and never values or totals it', async (measure) => {
    expect((await essex.totals({ by: 'measure', where: `measure=${measure}` })).rows).toEqual([]);
    expect((await essex.totals({ by: 'measure', where: `measure=${measure}`, yearBasis: 'posted' })).rows).toEqual([]);
    const { items } = await essex.ask<{ items: { event: string; facts: { field: string; value: string }[] }[] }>('contracts/C01/timeline', { limit: '200' });
    const told = items.filter(({ facts }) => facts.some(({ field, value }) => field === 'report' && value === `D-${measure}`));
    expect(told.map(({ event }) => event)).toEqual(['DeliveryReported', 'DeliveryValidated']);
  });

  it('refuses a value for what is only recorded, and names the cell', async () => {
    const head = await essex.head();
    const valued = measures.filter(({ reference }) => RECORD_ONLY.includes(reference!)).map((row) => ({ ...row, reference: `${row['reference']!}v`, money: 'estimate', unit_value_gbp: '5' }));
    const { status, problems } = await essex.import({ measures: valued });
    expect(status).toBe('rejected');
    expect(problems.flatMap(({ column, cells }) => cells.map(() => column)).sort()).toEqual([...valued.map(() => 'money'), ...valued.map(() => 'unit_value_gbp')].sort());
    expect(await essex.head()).toBe(head);
  });

  it('a share kept takes no notice of what is only recorded', async () => {
    const target = await essex.import({ targets: [{ commitment: 'K-ECC2', ...YEAR, quantity: '60' }, { commitment: 'K-ECC1', ...YEAR, quantity: '12' }] });
    expect(target).toMatchObject({ status: 'accepted' });
    const { rows: kept } = await essex.kept({ deliveredTo: '2026-03-31' });
    expect(kept).toEqual([expect.objectContaining({ due: 0, unvaluedDue: 1, unvaluedKept: 0 })]);
  });
});
