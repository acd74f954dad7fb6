import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { odsOf } from '../../../../test/support/spreadsheets/ods-of.js';
import type { StatedCell, StatedSheet, StatedSpreadsheet } from '../../../../test/support/spreadsheets/stated.js';
import { xlsxOf, xlsxParts, zipParts } from '../../../../test/support/spreadsheets/xlsx-of.js';
import { emptyGround, filesOf, smallWorkbook } from '../../../../test/support/workbook.js';
import { partsOfUpload } from '../reader/files/named-files.js';
import { openWorkbook, workbookAmong } from '../reader/open-workbook.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'spreadsheets-'))));
afterAll(() => rm(folder, { recursive: true }));

/** The small workbook, every cell a text, and its sheets changed as a test asks. */
function small(change: (rows: StatedCell[][], name: string) => StatedCell[][] = (rows) => rows): StatedSheet[] {
  return filesOf(smallWorkbook).map(({ fileName, bytes }) => {
    const name = fileName.replace('.csv', '');
    return { name, rows: change(parse(Buffer.from(bytes)) as string[][], name) };
  });
}

/** With one cell of a sheet given otherwise, rows and columns counted from 0. */
const withCell = (sheet: string, row: number, column: string, cell: StatedCell): StatedSheet[] =>
  small((rows, name) => {
    if (name !== sheet) return rows;
    return rows.map((cells, at) => (at === row ? cells.map((old, index) => (rows[0]![index] === column ? cell : old)) : cells));
  });

async function importing(file: Buffer | StatedSheet[]) {
  const ground = emptyGround();
  const path = join(folder, 'workbook.xlsx');
  await writeFile(path, Buffer.isBuffer(file) ? file : xlsxOf({ sheets: file }));
  const answer = await ground.importFiles([], { reader: await openWorkbook(path) });
  return { ...answer, events: (await ground.ledger.head('fenmarch'))?.position ?? 0 };
}
/** Its rows, without about: 2 providers, 2 contracts, 2 members, 3 measures, 3 commitments, 2 targets, a clause, a balance, 3 deliveries, 2 reviews, a return, a year. */
const ALL = 23;

describe('A workbook as a spreadsheet', () => {
  it.each<[string, (stated: StatedSpreadsheet) => Buffer]>([['XLSX', xlsxOf], ['ODS', odsOf]])('in %s goes in whole, its sheets in any order', async (_kind, write) => {
    const answer = await importing(write({ sheets: small().reverse() }));
    expect(answer).toMatchObject({ status: 'accepted', problems: [], warnings: [], counts: { rows: ALL, added: ALL } });
  });

  it('has sheets besides that are ignored and listed, unless they are hidden', async () => {
    const more = [{ name: 'Chart of jobs', rows: [['x']] }, { name: 'Lists', hidden: true, rows: [['small business']] }];
    expect(await importing([...small(), ...more])).toMatchObject({
      status: 'accepted',
      warnings: [{ sheet: 'chart_of_jobs', value: 'Chart of jobs', rule: 'is no sheet of the template and was passed over' }],
    });
  });

  it('has hidden sheets that are not counted, and that is said', async () => {
    const sheets = small().map((sheet) => ({ ...sheet, hidden: ['closed_years', 'about'].includes(sheet.name) }));
    const answer = await importing(sheets);
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { rows: ALL - 1 } });
    expect(answer.warnings).toEqual([expect.objectContaining({ sheet: 'closed_years', row: null, value: 'closed_years', rule: 'is hidden and was passed over' })]);
  });

  it('comes with its evidence in one upload', async () => {
    const ground = emptyGround();
    const parts = [{ fileName: 'register.xlsx', bytes: xlsxOf({ sheets: [{ name: 'payroll', rows: [['x']] }] }) }, { fileName: 'q1.xlsx', bytes: xlsxOf({ sheets: small() }) }, { fileName: 'starters.pdf', bytes: Buffer.from('so many') }];
    const answer = await ground.importFiles([], { reader: await workbookAmong(partsOfUpload('upload', parts), 'file', '') });
    expect(answer).toMatchObject({ status: 'accepted', warnings: [] });
    const sha256 = createHash('sha256').update('so many').digest('hex');
    expect(await ground.evidenceFiles.open(sha256)).toBeDefined();
  });

  it('holds links, of which is told', async () => {
    const parts = xlsxParts({ sheets: small() });
    const rels = 'xl/_rels/workbook.xml.rels';
    parts.set(rels, parts.get(rels)!.replace('</Relationships>', '<Relationship Id="x" Type="http://x/externalLink" Target="y.xml"/></Relationships>'));
    expect((await importing(zipParts(parts))).warnings).toEqual([expect.objectContaining({ sheet: '', row: null, value: 'workbook.xlsx', rule: expect.stringContaining('holds links') as string })]);
  });
});

describe('A header that is not alone in the first row', () => {
  const above = (sheet: string, ...rows: StatedCell[][]) => small((own, name) => (name === sheet ? [...rows, ...own] : own));

  it('is found under a title and headings of groups, and that is said', async () => {
    const answer = await importing(above('deliveries', ['Deliveries of the county, 2024/25'], [], ['', '', '', 'Period', '', 'How much']));
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { added: ALL } });
    expect(answer.warnings).toEqual([expect.objectContaining({ sheet: 'deliveries', row: 4, column: '', rule: 'was taken as the row of column names; what stands above it was passed over', cells: ['4:4'] })]);
  });

  it('is found in two rows, where names are merged down beside a heading over several', async () => {
    const upper = ['contract', 'provider', 'Period', '', 'nil', 'submitted_on', 'Submitted by'];
    const lower = ['', '', 'From', 'To', '', '', ''];
    const answer = await importing(small((rows, name) => (name === 'returns' ? [upper, lower, ...rows.slice(1)] : rows)));
    expect(answer).toMatchObject({ status: 'accepted', problems: [], counts: { added: ALL } });
    const narrow = await importing(small((rows, name) => (name === 'targets' ? [['commitment', 'Period', '', ''], ['', 'from', 'to', 'quantity'], ...rows.slice(1)] : rows)));
    expect(narrow).toMatchObject({ status: 'accepted', problems: [], counts: { added: ALL } });
  });

  it('puts what is wrong at the cells of the file', async () => {
    const sheets = above('deliveries', ['Deliveries'], []).map((sheet) => (sheet.name === 'deliveries' ? { ...sheet, rows: sheet.rows.map((row, at) => (at === 3 ? row.map((cell) => (cell === '3' ? 'three' : cell)) : row)) } : sheet));
    expect((await importing(sheets)).problems).toEqual([expect.objectContaining({ sheet: 'deliveries', row: 4, column: 'quantity', value: 'three', cells: ['F4'] })]);
  });

  it('is the first row, where no row has names of columns', async () => {
    const answer = await importing(small((rows, name) => (name === 'returns' ? [['one', 'two'], ['three', 'four']] : rows)));
    expect(answer.problems).toContainEqual(expect.objectContaining({ sheet: 'returns', row: 1, column: 'one', rule: 'must be a column of the sheet returns' }));
    expect(answer).toMatchObject({ status: 'rejected', events: 0 });
  });
});

describe('A cell that a spreadsheet knows more of', () => {
  it('is taken as what it is: days, numbers, percentages, yes and no', async () => {
    const typed = small((rows, name) =>
      name === 'contracts'
        ? rows.map((row, at) => (at === 1 ? row.map((cell) => (cell === '2024-04-01' || cell === '2027-03-31' ? { day: cell } : cell === '£12,000,000' ? 12_000_000 : cell)) : row))
        : name === 'measures'
          ? rows.map((row) => row.map((cell) => (cell === '62' ? { percentage: 0.62 } : cell)))
          : rows,
    );
    expect(await importing(typed)).toMatchObject({ status: 'accepted', counts: { added: ALL } });
  });

  it.each<[string, string, StatedCell, string, object]>([
    ['a formula that failed', 'quantity', { formula: 'A9', error: '#REF!' }, 'must hold a value; its formula came to #REF!', { value: '#REF!', fix: 'Mend the formula, or type the value in its place.' }],
    ['a formula that was never worked out', 'quantity', { formula: 'SUM(A1:A9)' }, 'must hold a value; its formula was never worked out', { value: '' }],
    ['the number of a day', 'reported_on', 45_478, 'must be a date, not the number that a spreadsheet keeps for it', { value: '45478' }],
    ['a third', 'quantity', 1 / 3, 'must have at most 6 decimal places', { value: '0.333333333333333' }],
    ['a day for a number', 'quantity', { day: '2024-07-05' }, 'must be a number', { value: '2024-07-05' }],
  ])('is refused at its place: %s', async (_kind, column, cell, rule, more) => {
    const { problems } = await importing(withCell('deliveries', 1, column, cell));
    expect(problems).toEqual([expect.objectContaining({ sheet: 'deliveries', row: 2, column, rule, ...more })]);
  });

  it('is asked again where a number under 1 is not shown as a percentage', async () => {
    expect((await importing(withCell('measures', 1, 'deadweight_percent', 0.62))).problems).toEqual([
      expect.objectContaining({ row: 2, column: 'deadweight_percent', value: '0.62', rule: 'must say whether a number under 1 is a percentage or a part of one' }),
    ]);
  });
});
