import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { odsOf } from '../../../../test/support/spreadsheets/ods-of.js';
import { sheetjsReader } from '../../../../test/support/spreadsheets/sheetjs-reader.js';
import type { StatedSpreadsheet } from '../../../../test/support/spreadsheets/stated.js';
import { xlsxOf } from '../../../../test/support/spreadsheets/xlsx-of.js';
import { openWorkbook } from './open-workbook.js';
import { describeSpreadsheetReader } from './spreadsheet-reader.conformance.js';
import { describeWorkbookReader, type StatedWorkbook } from './workbook-reader.conformance.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const withTexts = ({ sheets }: StatedWorkbook): StatedSpreadsheet => ({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) });

async function opened(fileName: string, bytes: Buffer, beside: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  folders.push(folder);
  await writeFile(join(folder, fileName), bytes);
  for (const [name, text] of Object.entries(beside)) await writeFile(join(folder, name), text);
  return openWorkbook(join(folder, fileName));
}

/** The writers of the tests themselves: every kind of file is written as its specification says, by hand. */
const writers = [
  ['an XLSX file', 'workbook.xlsx', xlsxOf],
  ['an ODS file', 'workbook.ods', odsOf],
] as const;

for (const [kind, fileName, write] of writers) {
  describeWorkbookReader(kind, (stated) => opened(fileName, write(withTexts(stated)), stated.beside));
  describeSpreadsheetReader(kind, (stated) => opened(fileName, write(stated)));
  describeWorkbookReader(`${kind}, by another library`, (stated) => Promise.resolve(sheetjsReader(fileName, write(withTexts(stated)), stated.beside)));
  describeSpreadsheetReader(`${kind}, by another library`, (stated) => Promise.resolve(sheetjsReader(fileName, write(stated))), { seesHidden: write === xlsxOf });
}
