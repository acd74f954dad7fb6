import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { Refusal } from '#domain/kernel/refusal.js';
import { type SheetFault, UnreadableSheet } from '../workbook-reader.js';
import { describeWorkbookReader, rowsOf, type StatedWorkbook } from '../workbook-reader.conformance.js';
import { csvFolder } from './csv-folder.js';
import { csvParts } from './csv-parts.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const filesOf = ({ sheets, beside = {} }: StatedWorkbook): [string, Buffer][] => [
  ...Object.entries(sheets).map(([name, rows]): [string, Buffer] => [`${name}.csv`, Buffer.from(stringify(rows.map((row) => [...row])))]),
  ...Object.entries(beside).map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]),
];

describeWorkbookReader('a folder of CSVs', async (stated) => {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  folders.push(folder);
  for (const [name, bytes] of filesOf(stated)) await writeFile(join(folder, name), bytes);
  return csvFolder(folder);
});

describeWorkbookReader('the parts of an upload', (stated) =>
  Promise.resolve(csvParts('upload', filesOf(stated).map(([fileName, bytes]) => ({ fileName, bytes })))),
);

const sheet = (bytes: Uint8Array | string) => csvParts('upload', [{ fileName: 'Contracts.CSV', bytes: Buffer.from(bytes) }]);
const texts = async (bytes: Uint8Array | string) => (await rowsOf(sheet(bytes), 'contracts')).map(({ cells }) => cells.map(({ text }) => text));
const fault = async (bytes: Uint8Array | string): Promise<SheetFault> => {
  const error: unknown = await rowsOf(sheet(bytes), 'contracts').catch((thrown: unknown) => thrown);
  if (!(error instanceof UnreadableSheet)) throw new Error(`It was read, or failed otherwise: ${String(error)}`);
  return error.fault;
};

describe('A CSV', () => {
  it('is read with or without a byte order mark, with any line ends, and with rows of any length', async () => {
    expect(await texts('\ufeffreference,title\r\nC01,"A, b"\r\nC02\n')).toEqual([['reference', 'title'], ['C01', 'A, b'], ['C02']]);
  });

  it('keeps quotation marks inside unquoted cells, and pairs of surrogates over any length', async () => {
    expect(await texts('title\n5" pipe\n')).toEqual([['title'], ['5" pipe']]);
    const long = `x${'🏗'.repeat(50_000)}`;
    expect((await texts(`title\n${long}\n`))[1]).toEqual([long]);
  });

  it('in Windows-1252 is refused, with the line shown as it was meant', async () => {
    const bytes = Buffer.concat([Buffer.from('reference,title\nC01,Caf'), Buffer.from([0xe9]), Buffer.from(' \n')]);
    expect(await fault(bytes)).toMatchObject({ row: 2, value: 'C01,Café', rule: 'must be saved in UTF-8; this one is in an older encoding such as Windows-1252' });
  });

  it('in UTF-16 is refused, with or without its mark', async () => {
    const text = Buffer.from('reference,title\nC01,School\n', 'utf16le');
    for (const bytes of [text, Buffer.concat([Buffer.from([0xff, 0xfe]), text]), Buffer.from([0xff, 0xfe])]) {
      expect((await fault(bytes)).rule).toBe('must be saved in UTF-8; this one is in UTF-16');
    }
  });

  it('with half of a surrogate pair is refused at its row', async () => {
    const bytes = Buffer.concat([Buffer.from('title\nfine\nhalf '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('\n')]);
    expect(await fault(bytes)).toMatchObject({ row: 3, rule: 'must not hold half of a surrogate pair' });
  });

  it.each([
    ['reference;title\nC01;School\n', 'must separate its columns by commas; this one uses semicolons'],
    ['reference\ttitle\n', 'must separate its columns by commas; this one uses tabs'],
    ['', 'must not be empty'],
    ['\n \n', 'must not be empty'],
    ['a,b\n"never closed,\nmore\n', 'must close every quotation mark that opens a cell'],
    [`a,b\n"${'x'.repeat(1_000_100)}",\n`, 'must not hold a row of more than 1,000,000 characters'],
  ])('such as %.20j is refused', async (text, rule) => expect((await fault(text)).rule).toBe(rule));
});

describe('A path', () => {
  it('that is no folder is refused', async () => {
    await expect(csvFolder(join(tmpdir(), 'no-such-workbook'))).rejects.toThrow(Refusal);
    const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    folders.push(folder);
    await writeFile(join(folder, 'x.csv'), 'x');
    await expect(csvFolder(join(folder, 'x.csv'))).rejects.toThrow('must be a folder with one CSV for each sheet');
  });
});
