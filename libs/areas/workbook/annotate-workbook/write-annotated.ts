import { createWriteStream } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#domain/kernel/refusal.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import type { WorkbookReader } from '../reader/workbook-reader.js';
import { type SpreadsheetForm, spreadsheetForm } from '../write-spreadsheet/spreadsheet-form.js';
import { annotatedCopy } from './annotated-copy.js';
import { annotatedCsvs } from './annotated-csvs.js';

/** Where an annotated copy is to go. */
export interface AnnotatedOut {
  readonly path: string;
  readonly form: SpreadsheetForm | 'folder';
}

/**
 * Where a copy may go by a path that a person gave; looked at before the import, so that no import ends without its copy.
 * @throws Refusal something is there already, or there is no such place
 */
export async function annotatedOut(path: string): Promise<AnnotatedOut> {
  const spreadsheet = spreadsheetForm(path);
  if (!spreadsheet && /\.[a-z]{3,4}$/i.test(path)) refuse('--annotated', path, 'must end in .xlsx or .ods, or be a folder', 'Name a spreadsheet or a folder.');
  const there = await stat(path).catch(() => undefined);
  const empty = there?.isDirectory() === true && (await readdir(path)).length === 0;
  if (there && (spreadsheet || !empty)) refuse('--annotated', path, 'must not be there yet', 'Name another, so that nothing is overwritten.');
  if (!there && !(await stat(dirname(path)).catch(() => undefined))?.isDirectory()) {
    refuse('--annotated', path, 'must lie in a folder that is there', 'Mend the path, or make the folder first.');
  }
  return { path, form: spreadsheet ?? 'folder' };
}

/** Writes the annotated copy of a workbook. */
export async function writeAnnotated({ path, form }: AnnotatedOut, reader: WorkbookReader, answer: ImportAnswer): Promise<void> {
  if (form !== 'folder') return writeFile(path, await annotatedCopy(reader, answer, form), { flag: 'wx' });
  await mkdir(path, { recursive: true });
  for await (const { fileName, content } of annotatedCsvs(reader, answer)) {
    await pipeline(Readable.from(content), createWriteStream(join(path, fileName), { flags: 'wx' }));
  }
}
