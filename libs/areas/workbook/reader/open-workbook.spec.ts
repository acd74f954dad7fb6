import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { odsOf } from '../../../../test/support/spreadsheets/ods-of.js';
import { xlsxOf } from '../../../../test/support/spreadsheets/xlsx-of.js';
import { zipOf } from '../../../../test/support/spreadsheets/zip-of.js';
import { csvFolder } from './csv/csv-folder.js';
import { openWorkbook } from './open-workbook.js';
import type { WorkbookReader } from './workbook-reader.js';

let root: string;
let folders = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'open-'))));
afterAll(() => rm(root, { recursive: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;
const book = (...sheets: string[]) => ({ sheets: sheets.map((name) => ({ name, rows: [['reference'], ['C01']] })) });
const ours = xlsxOf(book('about', 'contracts'));
const evidence = xlsxOf(book('payroll'));
const csvs: Files = { 'about.csv': 'key,value\n', 'Contracts.csv': 'reference\nC01\n' };
const zipped = (files: Files, under = ''): Buffer => zipOf(Object.entries(files).map(([name, bytes]) => ({ name: under + name, bytes })));

async function folderOf(files: Files): Promise<string> {
  const path = join(root, String(++folders));
  await mkdir(path);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(path, name), bytes);
  return path;
}

async function beside(reader: WorkbookReader, name: string): Promise<string | undefined> {
  const content = await reader.fileBeside(name);
  if (!content) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const names = async (reader: WorkbookReader) => (await reader.sheets()).map(({ name }) => name).sort();
const rule = async (path: string): Promise<unknown> => (await openWorkbook(path).catch((error: unknown) => error as { faults?: object[] })) as { faults: object[] };

describe('A workbook is what its content says', () => {
  it('a folder of CSVs, whatever spreadsheets lie in it', async () => {
    const path = await folderOf({ ...csvs, 'register.xlsx': evidence, 'other.xlsx': ours });
    const reader = await openWorkbook(path);
    expect([await names(reader), await reader.contentHash()]).toEqual([['about', 'contracts'], await (await csvFolder(path)).contentHash()]);
    expect(await beside(reader, 'register.xlsx')).toBe(evidence.toString());
  });

  it('a file by any name, with the evidence that lies in its folder', async () => {
    const path = await folderOf({ 'a.dat': ours, 'b.xls': odsOf(book('about')), 'starters.pdf': 'so many' });
    expect(await names(await openWorkbook(join(path, 'a.dat')))).toEqual(['about', 'contracts']);
    expect(await names(await openWorkbook(join(path, 'b.xls')))).toEqual(['about']);
    expect(await beside(await openWorkbook(join(path, 'a.dat')), 'starters.pdf')).toBe('so many');
  });

  it('the one spreadsheet of a folder with a sheet about; the others are evidence', async () => {
    const path = await folderOf({ 'q1.xlsx': ours, 'register.xlsx': evidence, '~$q1.xlsx': 'locked', 'letter.pdf': '%PDF-' });
    const reader = await openWorkbook(path);
    expect([reader.name, await names(reader)]).toEqual(['q1.xlsx', ['about', 'contracts']]);
    expect(await beside(reader, 'register.xlsx')).toBe(evidence.toString());
  });

  it.each([
    ['as they are', ''],
    ['in a folder', 'Q1 report/'],
  ])('an archive of CSVs with their evidence, %s', async (_where, under) => {
    const more = { [`__MACOSX/${under}._about.csv`]: 'x', [`${under}.DS_Store`]: 'x' };
    const file = zipOf([...Object.entries({ ...csvs, 'starters.pdf': 'so many' }).map(([name, bytes]) => ({ name: under + name, bytes })), ...Object.entries(more).map(([name, bytes]) => ({ name, bytes }))]);
    const reader = await openWorkbook(join(await folderOf({ 'sent.zip': file }), 'sent.zip'));
    expect([await names(reader), await beside(reader, 'starters.pdf'), await beside(reader, '../sent.zip')]).toEqual([['about', 'contracts'], 'so many', undefined]);
    expect(await reader.contentHash()).toBe(await (await csvFolder(await folderOf(csvs))).contentHash());
  });

  it('an archive of a workbook with its evidence, by itself or in a folder', async () => {
    const file = zipped({ 'q1.xlsx': ours, 'register.xlsx': evidence, 'starters.pdf': 'so many' });
    const path = await folderOf({ 'sent.zip': file, 'late.pdf': 'late' });
    for (const one of [join(path, 'sent.zip'), path]) {
      const reader = await openWorkbook(one);
      expect([await names(reader), await beside(reader, 'starters.pdf')]).toEqual([['about', 'contracts'], 'so many']);
    }
    expect(await beside(await openWorkbook(path), 'late.pdf')).toBe('late');
  });
});

describe('A path without a workbook is refused', () => {
  it('where there is nothing', async () => {
    expect(await rule(join(root, 'none.xlsx'))).toMatchObject({ kind: 'not found', faults: [{ field: 'path', rule: 'must exist' }] });
  });

  it('where it cannot be told which of several it is', async () => {
    const path = await folderOf({ 'a.xlsx': ours, 'b.xlsx': ours });
    expect(await rule(path)).toMatchObject({ faults: [{ value: 'a.xlsx, b.xlsx', rule: 'must be one workbook at a time' }] });
  });

  it('where only evidence lies, or nothing', async () => {
    expect(await rule(await folderOf({ 'starters.pdf': '%PDF-1.7' }))).toMatchObject({ faults: [{ value: 'starters.pdf', rule: 'must be a workbook; this is a PDF' }] });
    expect(await rule(await folderOf({}))).toMatchObject({ faults: [{ rule: 'must hold a workbook' }] });
  });

  it('where it is one that is not read here, beside evidence', async () => {
    const path = await folderOf({ 'letter.pdf': '%PDF-1.7', 'old.xls': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]) });
    expect(await rule(path)).toMatchObject({ faults: [{ value: 'old.xls', rule: 'must not be a workbook of Excel 97 to 2003 (.xls)' }] });
  });

  it('where an archive lies in an archive', async () => {
    const path = await folderOf({ 'outer.zip': zipped({ 'inner.zip': zipped(csvs) }) });
    expect(await rule(join(path, 'outer.zip'))).toMatchObject({ faults: [{ rule: 'must hold a workbook' }] });
  });
});
