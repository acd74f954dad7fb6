import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { memoryWhile } from '../../../../test/support/spreadsheets/memory-while.js';
import { ODS_TYPE, odsAround, odsContent, odsOf } from '../../../../test/support/spreadsheets/ods-of.js';
import { xlsxOf, xlsxParts, zipParts } from '../../../../test/support/spreadsheets/xlsx-of.js';
import { writeZip, type ZippedFile, zipOf } from '../../../../test/support/spreadsheets/zip-of.js';
import { openWorkbook } from './open-workbook.js';
import { UnreadableSheet, type WorkbookReader } from './workbook-reader.js';
import { rowsOf } from './workbook-reader.conformance.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'hostile-'))));
afterAll(() => rm(folder, { recursive: true }));

/** Memory that a hostile file may take beyond what the process has: less than a hundredth of what it would unpack to. */
const BOUND_MB = 150;

const stated = { sheets: [{ name: 'contracts', rows: [['reference', 'title'], ['C01', 'A school for the whole county']] }] };
const sheet = 'xl/worksheets/sheet1.xml';

async function opening(bytes: Uint8Array, fileName = 'workbook.xlsx'): Promise<WorkbookReader> {
  const path = join(folder, fileName);
  await writeFile(path, bytes);
  return openWorkbook(path);
}

/** The file is refused before a row is read: the rule, the fix. */
async function refused(bytes: Uint8Array, fileName?: string): Promise<{ rule: string; fix: string }> {
  const failure: unknown = await opening(bytes, fileName).catch((error: unknown) => error);
  return (failure as { faults: [{ rule: string; fix: string }] }).faults[0];
}

/** The sheet is refused when its rows are read. */
async function unreadable(bytes: Uint8Array, fileName?: string): Promise<{ row: number | null; rule: string; fix: string }> {
  const reader = await opening(bytes, fileName);
  const failure: unknown = await rowsOf(reader, 'contracts').catch((error: unknown) => error);
  if (!(failure instanceof UnreadableSheet)) throw new Error(`It was read, or failed otherwise: ${String(failure)}`);
  return failure.fault;
}

const withParts = (change: (parts: Map<string, string>) => void, more: readonly ZippedFile[] = []): Buffer => {
  const parts = xlsxParts(stated);
  change(parts);
  return zipParts(parts, more);
};
const texts = async (reader: WorkbookReader) => (await rowsOf(reader, 'contracts')).map(({ cells }) => cells.map(({ text }) => text));
const READ = [['reference', 'title'], ['C01', 'A school for the whole county']];

describe('A file that is no workbook that is read here says what it is, and what to do', () => {
  const sheetjsBook = (): sheetjs.WorkBook => ({ SheetNames: ['contracts'], Sheets: { contracts: sheetjs.utils.aoa_to_sheet([['reference'], ['C01']]) } });
  const otherwise = (bookType: 'biff8' | 'xlsb' | 'fods'): Buffer => Buffer.from(sheetjs.write(sheetjsBook(), { type: 'buffer', bookType }) as Uint8Array);

  it('a workbook with a password', async () => {
    const encrypted = await writeXlsx({ sheets: [{ name: 'contracts', rows: [['reference']] }], encryption: { password: 'secret', spinCount: 10 } });
    expect(await refused(encrypted as Uint8Array)).toEqual({ field: 'path', value: join(folder, 'workbook.xlsx'), rule: 'must have no password', fix: 'Save it without a password and send it again.' });
  });

  it('an ODS file with a password', async () => {
    const entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    const bytes = zipOf([{ name: 'mimetype', bytes: ODS_TYPE, stored: true }, { name: 'content.xml', bytes: randomBytes(500) }, { name: 'META-INF/manifest.xml', bytes: entry }]);
    expect((await refused(bytes, 'workbook.ods')).rule).toBe('must have no password');
  });

  it('an archive with a password', async () => {
    const bytes = zipOf([{ name: 'about.csv', bytes: 'key,value\n', encrypted: true }]);
    const reader = await opening(bytes, 'workbook.zip');
    await expect(rowsOf(reader, 'about')).rejects.toThrow('must have no password');
  });

  it.each<[string, string, () => Uint8Array | string, string]>([
    ['an old .xls', 'workbook.xlsx', () => otherwise('biff8'), 'must not be a workbook of Excel 97 to 2003 (.xls)'],
    ['a binary workbook', 'workbook.xlsx', () => otherwise('xlsb'), 'must not be a binary workbook (.xlsb)'],
    ['a flat ODS file', 'workbook.ods', () => otherwise('fods'), 'must be a workbook; this is a web page or XML, whatever its name'],
    ['a workbook of Numbers', 'workbook.numbers', () => zipOf([{ name: 'Index/Document.iwa', bytes: 'x' }, { name: 'Metadata/Properties.plist', bytes: 'x' }]), 'must not be a workbook of Apple Numbers'],
    ['a Word document', 'workbook.xlsx', () => zipOf([{ name: '[Content_Types].xml', bytes: '<Types/>' }, { name: 'word/document.xml', bytes: '<x/>' }]), 'must be a workbook; this is a document of words or slides'],
    ['a text document', 'workbook.ods', () => zipOf([{ name: 'mimetype', bytes: ODS_TYPE.replace('spreadsheet', 'text'), stored: true }, { name: 'content.xml', bytes: '<x/>' }]), 'must be a workbook; this is a document of words, slides or drawings'],
    ['a PDF renamed', 'workbook.xlsx', () => '%PDF-1.7\n%âãÏÓ\n', 'must be a workbook; this is a PDF'],
    ['a CSV renamed', 'workbook.xlsx', () => 'reference,title\nC01,School\n', 'must be a workbook; this is one sheet as plain text, whatever its name'],
    ['a web page renamed', 'workbook.xls', () => '<html><table><tr><td>C01</td></tr></table></html>', 'must be a workbook; this is a web page or XML, whatever its name'],
    ['a picture', 'workbook.xlsx', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'must be a workbook; it is not known what this is'],
    ['nothing', 'workbook.xlsx', () => '', 'must not be empty'],
    ['an archive without sheets', 'workbook.zip', () => zipOf([{ name: 'notes.txt', bytes: 'hello' }]), 'must be a workbook; this is one sheet as plain text, whatever its name'],
  ])('%s', async (_kind, fileName, bytes, rule) => {
    const found = await refused(Buffer.from(bytes()), fileName);
    expect(found.rule).toBe(rule);
    expect(found.fix).toMatch(/^(Save|Send|Open|Put|Give|In Numbers,) .+\.$/);
  });
});

describe('A file that is cut off or damaged', () => {
  it.each([0.3, 0.7, 0.99])('in the midst (%d) is refused', async (part) => {
    const whole = xlsxOf(stated);
    expect((await refused(whole.subarray(0, Math.floor(whole.length * part)))).rule).toBe('must be whole, and is cut off or damaged (the archive has no end)');
  });

  it('is refused where its bytes are not those that were packed', async () => {
    const good = Buffer.from(xlsxParts(stated).get(sheet)!);
    const other = deflateRawSync(Buffer.from(good.toString().replace('C01', 'C09')));
    const bytes = withParts((parts) => parts.delete(sheet), [{ name: sheet, bytes: good, deflated: other }]);
    expect((await unreadable(bytes)).rule).toBe(`must be whole, and is cut off or damaged (${sheet} is not what it was when it was packed)`);
    const broken = withParts((parts) => parts.delete(sheet), [{ name: sheet, bytes: good, deflated: randomBytes(200) }]);
    expect((await unreadable(broken)).rule).toMatch(/^must be whole, and is cut off or damaged/);
  });

  it('is refused at the row where its XML ends', async () => {
    const bytes = withParts((parts) => parts.set(sheet, parts.get(sheet)!.replace(/<\/row>(?=<\/sheetData>)[\s\S]*/, '')));
    expect(await unreadable(bytes)).toMatchObject({ row: 2, rule: 'must be whole, and is cut off or damaged (its XML ends in the midst)' });
    const ods = odsAround(odsContent(stated).replace('</table:table></office:spreadsheet>', ''));
    expect((await refused(ods, 'workbook.ods')).rule).toMatch(/^must be whole, and is cut off or damaged/);
  });

  it('is refused where a part is missing, or a text that a cell refers to', async () => {
    expect((await refused(withParts((parts) => parts.delete('xl/workbook.xml')))).rule).toContain('xl/workbook.xml is missing');
    expect((await unreadable(withParts((parts) => parts.delete(sheet)))).rule).toContain('sheet1.xml is missing');
    expect(await unreadable(withParts((parts) => parts.set('xl/sharedStrings.xml', '<sst/>')))).toMatchObject({ row: 1, rule: expect.stringContaining('text 0 is missing') as string });
  });

  it('is refused in another encoding than UTF-8, and where it is not that', async () => {
    const utf16 = (text: string): string => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]).toString('latin1');
    const inBytes = (text: string): Buffer => zipParts(new Map<string, string | Uint8Array>([...xlsxParts(stated), [sheet, Buffer.from(text, 'latin1')]]));
    for (const text of [utf16('<worksheet/>'), '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>', '<worksheet><sheetData><row><c t="str"><v>caf\u00e9</v></c></row></sheetData></worksheet>']) {
      expect((await unreadable(inBytes(text))).rule).toBe('must be in UTF-8 throughout');
    }
  });
});

describe('A file made to take all memory or time is refused, or read in little', () => {
  it('one that unpacks to 1,000 times its size', async () => {
    const spaces = Buffer.alloc(60_000_000, ' ');
    const bytes = withParts((parts) => parts.delete(sheet), [{ name: sheet, bytes: spaces, deflated: deflateRawSync(spaces) }]);
    const { result, megabytes } = await memoryWhile(() => unreadable(bytes));
    expect(result.rule).toBe(`must not unpack to more than 250 times its size; ${sheet} would come to 60 MB from 1 MB`);
    expect(megabytes).toBeLessThan(BOUND_MB);
  });

  it('one that says it unpacks to little', async () => {
    const bytes = withParts((parts) => parts.delete(sheet), [{ name: sheet, bytes: Buffer.alloc(60_000_000, ' '), saysUnpacked: 100_000 }]);
    const { result, megabytes } = await memoryWhile(() => unreadable(bytes));
    expect(result.rule).toBe(`must be whole, and is cut off or damaged (${sheet} is larger than it says)`);
    expect(megabytes).toBeLessThan(BOUND_MB);
  });

  it('one that unpacks to more than 1 GB', async () => {
    const bytes = withParts((parts) => parts.delete(sheet), [{ name: sheet, bytes: '', deflated: randomBytes(5_000_000), saysUnpacked: 1_200_000_000 }]);
    expect((await unreadable(bytes)).rule).toBe(`must not unpack to more than 1,000 MB (${sheet} would)`);
  });

  it('one whose sheets together unpack to more than 1 GB', async () => {
    const many = { sheets: ['contracts', 'targets', 'members'].map((name) => ({ name, rows: [['reference']] })) };
    const parts = xlsxParts(many);
    const large = [1, 2, 3].map((number) => ({ name: `xl/worksheets/sheet${number}.xml`, bytes: '', deflated: randomBytes(2_000_000), saysUnpacked: 400_000_000 }));
    for (const { name } of large) parts.delete(name);
    const reader = await opening(zipParts(parts, large));
    const rules: string[] = [];
    for (const name of ['contracts', 'targets', 'members']) await rowsOf(reader, name).catch((error: unknown) => rules.push((error as UnreadableSheet).fault.rule));
    expect(rules.at(-1)).toBe('must not unpack to more than 1,000 MB (xl/worksheets/sheet3.xml would)');
  });

  it('one with entities that make much out of little', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const rule = 'must not declare a document type or entities of its own';
    for (const part of [sheet, 'xl/sharedStrings.xml', 'xl/styles.xml']) {
      expect((await unreadable(withParts((parts) => parts.set(part, bomb + parts.get(part)!)))).rule).toBe(rule);
    }
    expect((await refused(withParts((parts) => parts.set('xl/workbook.xml', bomb + parts.get('xl/workbook.xml')!)))).rule).toBe(rule);
    expect((await refused(odsAround(bomb + odsContent(stated)), 'workbook.ods')).rule).toBe(rule);
    const named = withParts((parts) => parts.set(sheet, parts.get(sheet)!.replace('C01', '&secret;')));
    expect((await unreadable(named)).rule).toBe('must be whole, and is cut off or damaged (“&secret;” stands in it, which means nothing)');
  });

  it('one with a tag that never ends', async () => {
    const bytes = withParts((parts) => parts.set(sheet, `<worksheet><sheetData><row r="${randomBytes(2_500_000).toString('hex')}`));
    expect((await unreadable(bytes)).rule).toContain('a tag or a text in it has more than 2,000,000 characters');
  });

  it('one with a million rows that are empty and formatted', async () => {
    const rows: string[] = [];
    for (let row = 3; row <= 1_000_002; row++) rows.push(`<row r="${row}" spans="1:3" s="1" customFormat="1"><c r="A${row}" s="1"/><c r="B${row}" s="2"/><c r="C${row}" s="1"/></row>`);
    const bytes = withParts((parts) => parts.set(sheet, parts.get(sheet)!.replace('</sheetData>', `${rows.join('')}</sheetData>`)));
    rows.length = 0;
    const { result, megabytes } = await memoryWhile(async () => texts(await opening(bytes)));
    expect(result).toEqual(READ);
    expect(megabytes).toBeLessThan(BOUND_MB);
  }, 120_000);

  it('one with a million empty rows in ODS, and what fills them is refused', async () => {
    const repeated = (cell: string): Buffer => odsAround(odsContent(stated).replace('</table:table>', `<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row></table:table>`));
    expect(await texts(await opening(repeated('<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>')))).toEqual(READ);
    const filled = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
    const blown = odsAround(odsContent(stated).replace('<table:table-row table:number-rows-repeated="1048000">', `<table:table-row table:number-rows-repeated="100000">${filled}</table:table-row>$&`));
    expect(await unreadable(blown)).toMatchObject({ rule: 'must not hold the same row more than 1,000 times', fix: 'Delete what fills the rows from 3 downwards and send the workbook again.' });
    const wide = odsAround(odsContent(stated).replace('<table:table-cell office:value-type="string">', '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'));
    expect((await unreadable(wide)).rule).toBe('must have nothing to the right of column IV, the 256th');
  });

  it('one of 200 MB, most of it pictures, whose rows are few', async () => {
    const path = join(folder, 'large.xlsx');
    const files = [...xlsxParts(stated)].map(([name, bytes]): ZippedFile => ({ name, bytes }));
    await writeZip(path, [files[0]!, { name: 'xl/media/image1.png', bytes: '', stored: true, zerosAfter: 200_000_000 }, ...files.slice(1)]);
    const { result, megabytes } = await memoryWhile(async () => {
      const reader = await openWorkbook(path);
      return { rows: await texts(reader), hash: await reader.contentHash() };
    });
    expect(result).toEqual({ rows: READ, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(megabytes).toBeLessThan(BOUND_MB);
  }, 60_000);
});

it('A CSV that is too large to be held in memory is refused before it is read, and its hash is worked out piece by piece', async () => {
  const csvs = await mkdtemp(join(folder, 'csvs-'));
  await writeFile(join(csvs, 'about.csv'), 'key,value\n');
  const path = join(csvs, 'contracts.csv');
  await writeFile(path, 'reference,title\n');
  await truncate(path, 600_000_000);
  const { result, megabytes } = await memoryWhile(async () => {
    const reader = await openWorkbook(csvs);
    const failure: unknown = await rowsOf(reader, 'contracts').catch((error: unknown) => error);
    return { fault: (failure as UnreadableSheet).fault, hash: await reader.contentHash() };
  });
  expect(result.fault).toMatchObject({ row: null, rule: 'must not be larger than 100 MB', fix: expect.stringContaining('Divide the workbook by contract') as string });
  expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(megabytes).toBeLessThan(BOUND_MB);
}, 60_000);

describe('What a file holds besides its cells is told and left alone', () => {
  it('links to other workbooks are not followed: the value last saved counts', async () => {
    const linked = { sheets: [{ name: 'contracts', rows: [['reference', 'title'], ['C01', { formula: '[1]Sheet1!A1', value: 'A school for the whole county' }]] }] };
    const parts = xlsxParts(linked);
    const rels = 'xl/_rels/workbook.xml.rels';
    const link = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>';
    parts.set(rels, parts.get(rels)!.replace('</Relationships>', `${link}</Relationships>`));
    const reader = await opening(zipParts(parts));
    expect(await texts(reader)).toEqual(READ);
    expect(reader.remarks?.map(({ rule }) => rule)).toEqual(['holds links to other workbooks, which were not followed; the values last saved were taken']);
    const cached = `<table:table table:name="'file:///other.ods'#$Sheet1"><table:table-row><table:table-cell office:value-type="string"><text:p>theirs</text:p></table:table-cell></table:table-row></table:table>`;
    const ods = await opening(odsAround(odsContent(stated).replace('</office:spreadsheet>', `${cached}</office:spreadsheet>`)), 'workbook.ods');
    expect((await ods.sheets()).map(({ name }) => name)).toEqual(['contracts']);
    expect(ods.remarks).toEqual(reader.remarks);
  });

  it('macros are not run', async () => {
    const reader = await opening(withParts(() => undefined, [{ name: 'xl/vbaProject.bin', bytes: randomBytes(100) }]), 'workbook.xlsm');
    expect(await texts(reader)).toEqual(READ);
    expect(reader.remarks).toEqual([{ rule: 'holds macros, which were not run; only its cells were read', fix: 'To leave them out, save it without macros.' }]);
    expect((await opening(odsOf(stated), 'workbook.ods')).remarks).toEqual([]);
  });
});
