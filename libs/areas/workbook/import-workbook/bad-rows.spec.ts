import { emptyGround, filesOf, smallWorkbook, type StatedRow, type StatedWorkbook, withRow } from '../../../../test/support/workbook.js';

/** The problems of the small workbook with one row changed, beside an authority that holds nothing. */
const problemsWith = async (sheet: keyof StatedWorkbook, index: number, over: StatedRow) => (await emptyGround().import(withRow(smallWorkbook, sheet, index, over), { check: true })).problems;

it('The small workbook is in order', async () => {
  expect(await emptyGround().import(smallWorkbook)).toMatchObject({ status: 'accepted', problems: [], warnings: [], held: [], absent: [] });
});

describe('A cell that cannot be taken is told with its place, value, rule and fix', () => {
  it.each<[keyof typeof smallWorkbook, number, StatedRow, object]>([
    ['providers', 0, { type: 'big' }, { row: 2, column: 'type', value: 'big', rule: expect.stringContaining('must be one of small business') as string, cells: ['C2'] }],
    ['providers', 0, { local: '1' }, { column: 'local', rule: 'must be yes or no' }],
    ['providers', 0, { name: 'n'.repeat(301) }, { column: 'name', value: `${'n'.repeat(199)}…`, rule: 'must have at most 300 characters' }],
    ['contracts', 1, { title: '' }, { row: 3, column: 'title', value: '', rule: 'must be filled', cells: ['B3'] }],
    ['contracts', 0, { value_gbp: '1.234,56' }, { column: 'value_gbp', rule: expect.stringContaining('a comma may separate') as string }],
    ['contracts', 0, { value_gbp: '99999999999999999999' }, { column: 'value_gbp', rule: 'must have at most 15 digits before the decimal point' }],
    ['contracts', 0, { starts_on: '29/02/2025' }, { column: 'starts_on', rule: 'must be a day that exists, in the years 1900 to 2199' }],
    ['contracts', 0, { reporting: 'weekly' }, { column: 'reporting', rule: 'must be one of monthly, quarterly, half-yearly, annual or listed dates' }],
    ['contracts', 0, { title: 'a\u0000b' }, { column: 'title', value: 'a␀b', rule: 'must not hold the character NUL' }],
    ['members', 0, { share_percent: '0.6' }, { column: 'share_percent', value: '0.6', fix: 'Write 0.6% or 60%, whichever is meant.' }],
    ['measures', 1, { unit_value_gbp: '1.00001' }, { column: 'unit_value_gbp', rule: 'must have at most 4 decimal places' }],
    ['commitments', 0, { bid_sentence: '' }, { column: 'bid_sentence', rule: 'must be given for a commitment of the contract' }],
    ['commitments', 2, { bid_sentence: 'We will.' }, { column: 'bid_sentence', rule: 'must be left out for what is delivered beyond the contract' }],
    ['targets', 0, { quantity: '-1' }, { column: 'quantity', rule: 'must not be negative' }],
    ['break_clauses', 0, { consecutive_periods: '' }, { column: 'consecutive_periods', rule: 'must be filled for the condition shortfall' }],
    ['break_clauses', 0, { working_days_late: '5' }, { column: 'working_days_late', rule: 'must be empty for the condition shortfall' }],
    ['deliveries', 0, { quantity: '=3+4' }, { column: 'quantity', value: '=3+4', rule: 'must be a number, not a formula' }],
    ['deliveries', 2, { people: '2.5' }, { column: 'people', rule: 'must be a whole number of people from 0 to 100,000,000' }],
    ['deliveries', 0, { evidence: 'payroll: ../x' }, { column: 'evidence', rule: 'must name files that lie beside the workbook, by their names alone' }],
    ['reviews', 0, { decision: 'queried', reason: 'Which?' }, { column: 'method', value: 'document', rule: 'must be empty for a query' }],
    ['closed_years', 0, { year: '2023/25' }, { column: 'year', rule: 'must be a financial year written 2025/26' }],
    ['providers', 0, { '': 'stray' }, { column: '', value: 'stray', rule: 'must stand under a column name', cells: ['H2'] }],
  ])('%s %i %j', async (sheet, index, over, problem) => {
    expect(await problemsWith(sheet, index, over)).toEqual([expect.objectContaining({ sheet, ...problem, fix: expect.stringMatching(/\.$/) as string })]);
  });

  it.each<[keyof typeof smallWorkbook, number, StatedRow, object]>([
    ['contracts', 0, { provider: 'P99' }, { column: 'provider', value: 'P99', rule: 'must be a provider of this authority', cells: ['D2'] }],
    ['contracts', 0, { ends_on: '2023-01-01' }, { column: 'ends_on', value: '2023-01-01', rule: expect.stringContaining('must not lie before 2024-04-01') as string }],
    ['commitments', 0, { contract: 'C99' }, { column: 'contract', value: 'C99', rule: 'must be a contract of this authority' }],
    ['commitments', 0, { measure: 'M99' }, { column: 'measure', value: 'M99', rule: 'must be a measure of this authority' }],
    ['commitments', 0, { provider: 'P99' }, { column: 'provider', value: 'P99', rule: 'must be a member of the contract' }],
    ['members', 0, { provider: 'P99' }, { column: 'provider', value: 'P99', rule: 'must be a provider of this authority', cells: ['B2'] }],
    ['targets', 0, { to: '2025-09-30' }, { column: 'to', rule: expect.stringContaining('must not cross 31 March') as string }],
    ['targets', 0, { commitment: 'K99' }, { column: 'commitment', value: 'K99', rule: 'must be a commitment of this authority' }],
    ['measures', 2, { combine: 'never' }, { column: 'unit_value_gbp', value: '16.9325' }],
    ['deliveries', 1, { quantity: '' }, { column: 'quantity', value: '', rule: 'must be given for a measure of kind money' }],
    ['deliveries', 1, { from: '2024-01-01' }, { column: 'to', value: '2025-03-31', rule: expect.stringContaining('must not cross 31 March') as string, fix: expect.stringContaining('2024-01-01 to 2024-03-31, 2024-04-01 to 2025-03-31') as string }],
    ['deliveries', 0, { reported_on: '2026-07-01' }, { column: 'reported_on', rule: expect.stringContaining('must not be after today') as string }],
    ['deliveries', 0, { quantity: '3%' }, { column: 'quantity', value: '3%', rule: 'must be a number of the unit full-time year, not a percentage' }],
    ['deliveries', 0, { quantity: '£3' }, { column: 'quantity', value: '£3', rule: 'must be a number of the unit full-time year, not of pounds' }],
    ['deliveries', 0, { corrects: 'D002' }, { column: 'corrects', value: 'D002' }],
    ['reviews', 0, { delivery: 'D99' }, { column: 'delivery', value: 'D99', rule: 'must be a delivery report of this authority' }],
    ['reviews', 0, { reviewed_by: 'Returns@X.example' }, { column: 'reviewed_by', value: 'Returns@X.example', rule: 'must not be the person who entered the report' }],
    ['reviews', 1, { quantity: '£1,200,000' }, { column: 'quantity', value: '£1,200,000', rule: expect.stringContaining('must lie between 0 and the reported') as string }],
    ['reviews', 1, { reason: '' }, { column: 'reason', value: '' }],
    ['returns', 0, { provider: 'P99' }, { column: 'provider', value: 'P99', rule: 'must be a member of the contract' }],
    ['closed_years', 0, { year: '2026/27' }, { column: 'year', value: '2026/27', rule: expect.stringContaining('must have ended') as string }],
  ])('what a decision refuses: %s %i %j', async (sheet, index, over, problem) => {
    expect(await problemsWith(sheet, index, over)).toEqual([expect.objectContaining({ sheet, row: index + 2, ...problem, fix: expect.stringMatching(/\.$/) as string })]);
  });

  it('that overlaps what is reported already is told with the overlap', async () => {
    const over = { reference: 'D004', commitment: 'K02', from: '2025-01-01', to: '2025-03-31', quantity: '5', reported_on: '2025-04-05', reported_by: 'x' };
    expect(await problemsWith('deliveries', 3, over)).toEqual([
      expect.objectContaining({ row: 5, column: 'from', value: '2025-01-01', rule: expect.stringContaining('must not overlap the total D002 of 2024-04-01 to 2025-03-31; both hold 2025-01-01 to 2025-03-31') as string }),
    ]);
  });
});

describe('Problems', () => {
  it('that are identical are told once, with all their cells', async () => {
    const twice = withRow(withRow(smallWorkbook, 'contracts', 0, { regime: 'none' }), 'contracts', 1, { regime: 'none' });
    const { problems } = await emptyGround().import(twice, { check: true });
    expect(problems).toEqual([expect.objectContaining({ sheet: 'contracts', row: 2, column: 'regime', value: 'none', cells: ['L2', 'L3'] })]);
  });

  it('of one row are all told', async () => {
    const problems = await problemsWith('contracts', 0, { title: '', value_gbp: 'a lot', reporting: '' });
    expect(problems.map(({ column }) => column)).toEqual(['title', 'value_gbp', 'reporting']);
  });

  it('are told in the order of the file, sheet by sheet', async () => {
    let bad: StatedWorkbook = withRow(smallWorkbook, 'reviews', 0, { reason: '', decision: 'rejected' });
    bad = withRow(bad, 'targets', 1, { to: '2026-03-31' });
    bad = withRow(bad, 'providers', 1, { type: 'x' });
    bad = withRow(bad, 'providers', 2, { reference: 'P03', name: 'Open Door', type: 'charity or community', local: '?' });
    const { problems } = await emptyGround().import(bad, { check: true });
    expect(problems.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual(['providers 3', 'providers 4', 'reviews 2']);
  });

  it('name a row that stands twice', async () => {
    expect(await problemsWith('deliveries', 3, { ...smallWorkbook.deliveries[0] })).toEqual([
      expect.objectContaining({ row: 5, column: 'reference', value: 'D001', rule: 'must not stand twice in the sheet; row 2 has the same reference' }),
    ]);
    expect(await problemsWith('members', 2, { contract: 'C01', provider: 'P01', share_percent: '10' })).toEqual([
      expect.objectContaining({ row: 4, column: 'contract', rule: 'must not stand twice in the sheet; row 2 has the same contract, provider' }),
    ]);
  });

  it('with shares are about all the rows of a contract', async () => {
    expect(await problemsWith('members', 1, { share_percent: '30' })).toEqual([
      expect.objectContaining({ row: 2, column: 'share_percent', value: '90', rule: 'must have shares that add to exactly 100', cells: ['C2', 'C3'] }),
    ]);
  });
});

describe('What only follows from another problem is left out', () => {
  it.each<[string, keyof typeof smallWorkbook, number, StatedRow]>([
    ['what hangs on a provider', 'providers', 1, { type: '?' }],
    ['what hangs on a contract', 'contracts', 1, { title: '' }],
    ['what hangs on a measure', 'measures', 1, { kind: '?' }],
    ['what hangs on a commitment', 'commitments', 1, { basis: '?' }],
    ['the review of a delivery', 'deliveries', 1, { quantity: 'many' }],
    ['members whose shares are wrong', 'members', 0, { share_percent: '?' }],
  ])('%s', async (_what, sheet, index, over) => {
    const problems = await problemsWith(sheet, index, over);
    expect(problems).toEqual([expect.objectContaining({ sheet, row: index + 2 })]);
  });

  it('what is wrong besides is told all the same', async () => {
    const bad = withRow(withRow(smallWorkbook, 'commitments', 0, { basis: '?' }), 'deliveries', 0, { reported_on: 'x' });
    const { problems } = await emptyGround().import(bad, { check: true });
    expect(problems.map(({ sheet, column }) => `${sheet} ${column}`)).toEqual(['commitments basis', 'deliveries reported_on']);
  });

  it('of a sheet that cannot be read, nothing is told that may stand in it', async () => {
    const files = filesOf(smallWorkbook).map((file) => (file.fileName === 'commitments.csv' ? { ...file, bytes: Buffer.from('reference;contract\n') } : file));
    const answer = await emptyGround().importFiles(files);
    expect(answer.status).toBe('rejected');
    expect(answer.problems.map(({ sheet }) => sheet)).toEqual(['commitments']);
  });
});
