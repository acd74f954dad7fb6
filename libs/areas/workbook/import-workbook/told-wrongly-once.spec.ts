import { emptyGround, smallWorkbook, type StatedRow, type StatedWorkbook, withRow } from '../../../../test/support/workbook.js';

/* Each test is named after a bug: what the importer told of a planted error, until somebody read it. */

const problemsOf = async (workbook: StatedWorkbook) => (await emptyGround().import(workbook, { check: true })).problems;
const placed = ({ sheet, cells }: { sheet: string; cells: readonly string[] }): string => `${sheet} ${cells.join(' ')}`;

it.each<[keyof typeof smallWorkbook, number, StatedRow, string]>([
  ['providers', 1, { reference: 'P'.repeat(41) }, 'providers A3'],
  ['contracts', 1, { reference: '' }, 'contracts A3'],
  ['measures', 1, { reference: 'M02\nM02' }, 'measures A3'],
  ['commitments', 1, { reference: '' }, 'commitments A3'],
  ['deliveries', 1, { reference: '' }, 'deliveries A3'],
])('everything that names a row whose reference cannot be read was told as naming something unknown: %s %i %j', async (sheet, index, over, place) => {
  expect((await problemsOf(withRow(smallWorkbook, sheet, index, over))).map(placed)).toEqual([place]);
});

it('a correction on the wrong commitment was told of its pound sign, by the wrong measure', async () => {
  const row = { ...smallWorkbook.deliveries[1], reference: 'D004', commitment: 'K03', corrects: 'D002', reason: 'Typed wrong' };
  expect(await problemsOf(withRow({ ...smallWorkbook, reviews: [] }, 'deliveries', 3, row))).toEqual([
    expect.objectContaining({ cells: ['B5'], value: 'K03', rule: 'must be K02, which D002 belongs to' }),
  ]);
});

it('a correction on a commitment of another contract was told that there is no such report', async () => {
  const row = { ...smallWorkbook.deliveries[1], reference: 'D004', commitment: 'K01', corrects: 'D002', reason: 'Typed wrong' };
  expect(await problemsOf(withRow({ ...smallWorkbook, reviews: [] }, 'deliveries', 3, row))).toEqual([
    expect.objectContaining({ cells: ['Q5'], value: 'D002', rule: 'must be a report of the contract C01, which the commitment K01 is of; D002 is one of C02' }),
  ]);
});

it('of a row with a pound sign at its quantity nothing else was told', async () => {
  const problems = await problemsOf(withRow(smallWorkbook, 'deliveries', 0, { quantity: '£3', reported_on: '2026-07-01' }));
  expect(problems.map(({ cells, rule }) => `${cells.join(' ')} ${rule}`)).toEqual(['O2 must not be after today, 2026-06-30', 'F2 must be a number of the unit full-time year, not of pounds']);
});

it('a correction that stands above what it corrects was told that there is no such report', async () => {
  const [first, second, third] = smallWorkbook.deliveries;
  const correction = { ...first, reference: 'D009', corrects: 'D001', quantity: '4', reason: 'One more' };
  expect(await problemsOf({ ...smallWorkbook, deliveries: [correction, first, second, third], reviews: [] })).toEqual([
    expect.objectContaining({ cells: ['Q2'], value: 'D001', rule: 'must stand above the row that corrects it, but it stands in row 3', fix: 'Rows are applied from top to bottom: move this row below that one.' }),
  ]);
});

it('an item inside a total was told to say inAddition, which is no column', async () => {
  const item = { reference: 'D004', commitment: 'K02', from: '2025-01-01', to: '2025-01-01', quantity: '5', item: 'yes', reported_on: '2025-04-05', reported_by: 'x' };
  const [problem] = await problemsOf(withRow(smallWorkbook, 'deliveries', 3, item));
  expect(problem!.fix).toBe('Correct D002, or report only other days; or say that this is in addition (in_addition), if it is not part of the total.');
});

it('who reviewed their own report was told of a header of HTTP, and of no column', async () => {
  const [problem] = await problemsOf(withRow(smallWorkbook, 'reviews', 0, { reviewed_by: 'returns@x.example' }));
  expect(problem!.fix).toContain('a workbook says in its column reviewed_by');
});

it('a note beside the table was told to get a column name, which would then have been refused', async () => {
  const [problem] = await problemsOf(withRow(smallWorkbook, 'providers', 0, { '': 'rang, no answer' }));
  expect(problem!.fix).toBe('Take it out, or move it to a column of the sheet; in a CSV, put quotation marks around a text that holds a comma.');
});

it.each<[string, keyof typeof smallWorkbook, number, StatedRow, readonly string[]]>([
  ['of a contract whose value could not be read', 'contracts', 1, { value_gbp: 'about 2m', provider: 'P99' }, ['contracts H3', 'contracts D3']],
  ['of a delivery without a day', 'deliveries', 0, { from: '', commitment: 'K77' }, ['deliveries D2', 'deliveries B2']],
  ['of a review without a person', 'reviews', 0, { reviewed_by: '', delivery: 'D77' }, ['reviews F2', 'reviews A2']],
  ['of a commitment without a basis', 'commitments', 0, { basis: '', measure: 'M77' }, ['commitments E2', 'commitments C2']],
])('what a row with another error names that is nowhere was told a round too late: %s', async (_, sheet, index, over, places) => {
  expect((await problemsOf(withRow(smallWorkbook, sheet, index, over))).map(placed).sort()).toEqual([...places].sort());
});

it('what a row under a refused contract names that is nowhere was told a round too late', async () => {
  const refused = withRow(smallWorkbook, 'contracts', 0, { value_gbp: 'about 2m' });
  const [first] = smallWorkbook.commitments;
  expect(first!.contract).toBe('C01');
  expect((await problemsOf(withRow(refused, 'commitments', 0, { measure: 'M77' }))).map(placed)).toEqual(['contracts H2', 'commitments C2']);
});
