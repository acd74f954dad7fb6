import { open, stat } from 'node:fs/promises';
import { refuse } from '#domain/kernel/refusal.js';
import { csvFile } from '../reader/csv/csv-file.js';
import { refusePath } from '../reader/files/refuse-path.js';
import { openWorkbook } from '../reader/open-workbook.js';
import type { SheetSource } from '../reader/workbook-reader.js';
import { measures } from '../sheets/measures.js';

/**
 * The sheet of a pack of measures: a CSV by itself, or the sheet `measures` of a workbook.
 * @throws Refusal the file is not there, or has no such sheet
 */
export async function measuresSheet(path: string): Promise<SheetSource> {
  if (await isText(path)) return csvFile(path);
  const workbook = await openWorkbook(path);
  const found = (await workbook.sheets()).find(({ name }) => name === measures.name);
  return found ?? refuse('file', path, `must have a sheet ${measures.name}`, `Name the sheet that holds them ${measures.name}.`);
}

/** Whether it is a file that begins with text, as a CSV does. What is empty is left to the CSV to tell. */
async function isText(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return false;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return !/^(PK|%PDF|\u00d0\u00cf\u0011\u00e0)/.test(buffer.toString('latin1', 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    return refusePath(error, 'file', path);
  }
}
