import { emptyGround, smallWorkbook, type StatedRow, type StatedWorkbook } from '../../../../test/support/workbook.js';
import { EXAMPLE } from '../sheets/guide/column-guide.js';
import { exampleRow } from '../sheets/guide/example-row.js';
import { guide } from '../sheets/guide/guide.js';
import { SHEET_NAMES, type SheetName, template } from '../sheets/template.js';

/** The example row of a sheet as texts. */
const example = (sheet: SheetName): StatedRow => Object.fromEntries(Object.entries(guide[sheet].columns).map(([column, guided]) => [column, guided.example]));
const withRows = (sheet: SheetName, ...rows: StatedRow[]): StatedWorkbook => ({ ...smallWorkbook, [sheet]: [...rows, ...smallWorkbook[sheet]] });

describe('The example row of a sheet', () => {
  it.each(SHEET_NAMES)('of %s is passed over, and not counted', async (sheet) => {
    const answer = await emptyGround().import(withRows(sheet, example(sheet)));
    expect(answer).toMatchObject({ status: 'accepted', problems: [], warnings: [], absent: [], counts: (await emptyGround().import(smallWorkbook)).counts });
  });

  it('is known whether its dates are written one way or the other', async () => {
    const rewritten = { ...example('deliveries'), from: '1 April 2025', to: '30/06/2025', quantity: '112.0', item: 'N' };
    expect(await emptyGround().import(withRows('deliveries', rewritten), { check: true })).toMatchObject({ problems: [], counts: { refused: 0 } });
  });

  it.each<[SheetName, StatedRow, string, string]>([
    ['deliveries', { quantity: '113' }, 'A2', 'reference'],
    ['deliveries', { commitment: 'K01' }, 'A2', 'reference'],
    ['deliveries', { description: '' }, 'A2', 'reference'],
    ['members', { provider: 'P01' }, 'A2', 'contract'],
    ['targets', { from: '2024-04-01', to: '2025-03-31' }, 'A2', 'commitment'],
    ['reviews', { reason: 'Nine weeks are missing' }, 'A2', 'delivery'],
  ])('of %s, typed over with %j, is told at %s: its %s is the example’s', async (sheet, over, cell, column) => {
    const { problems, counts } = await emptyGround().import(withRows(sheet, { ...example(sheet), ...over }), { check: true });
    expect(problems).toEqual([
      expect.objectContaining({ sheet, row: 2, column, value: example(sheet)[column], cells: [cell], rule: `must have a ${column} of its own: the row was typed over the example` }),
    ]);
    expect(counts.refused).toBe(1);
  });

  it('typed over with a contract’s own row holds back what hangs on it, and tells of nothing else', async () => {
    const answer = await emptyGround().import({
      ...smallWorkbook,
      contracts: [{ ...smallWorkbook.contracts[0], reference: 'e.g. C01' }, smallWorkbook.contracts[1]],
      members: smallWorkbook.members.map((row) => ({ ...row, contract: 'e.g. C01' })),
      commitments: smallWorkbook.commitments.map((row) => (row.contract === 'C01' ? { ...row, contract: 'e.g. C01' } : row)),
      break_clauses: [],
      returns: [],
      closed_years: [],
    });
    expect(answer.status).toBe('accepted in part');
    expect(new Set(answer.problems.map(({ rule }) => rule))).toEqual(
      new Set(['must have a reference of its own: the row was typed over the example', 'must have a contract of its own: the row was typed over the example']),
    );
  });
});

describe('The guide', () => {
  it('tells of every column of every sheet, in their order', () => {
    for (const sheet of SHEET_NAMES) expect(Object.keys(guide[sheet].columns)).toEqual(Object.keys(template[sheet].columns));
  });

  it('has an example in every column that must be filled, and its first column says that it is one', () => {
    for (const sheet of SHEET_NAMES) {
      const given = exampleRow(sheet);
      for (const [column, { required }] of Object.entries(template[sheet].columns)) if (required) expect([sheet, column, given.has(column)]).toEqual([sheet, column, true]);
      expect(given.get(template[sheet].identity[0]!)!.text.startsWith(EXAMPLE)).toBe(true);
    }
  });

  it('has examples that go in as they are, once they are called by names of their own', async () => {
    const workbook = Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, [Object.fromEntries(Object.entries(example(sheet)).map(([column, text]) => [column, text.replace(EXAMPLE, '')]))]]));
    const answer = await emptyGround().import({ about: smallWorkbook.about, ...workbook });
    expect(answer).toMatchObject({ status: 'accepted', problems: [], warnings: [], counts: { rows: SHEET_NAMES.length, added: SHEET_NAMES.length } });
  });
});

it('Sheets of ours are passed over in silence, and others with a warning', async () => {
  const files = ['how to.csv', 'Problems.csv', 'known_commitments.csv', 'notes.csv'].map((fileName) => ({ fileName, bytes: Buffer.from('reference\nx\n') }));
  const about = { fileName: 'about.csv', bytes: Buffer.from('key,value\ntemplate,social-value-ledger\nversion,1\nauthority,fenmarch\n') };
  const { warnings } = await emptyGround().importFiles([about, ...files]);
  expect(warnings.map(({ value }) => value)).toEqual(['notes.csv']);
});
