import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse } from '#domain/kernel/refusal.js';
import type { SheetSource } from '../workbook-reader.js';
import { csvSheet } from './csv-sheet.js';

/** One CSV file as a sheet. @throws Refusal when its rows are asked for and it cannot be read */
export function csvFile(path: string): SheetSource {
  return csvSheet(basename(path), async () => {
    try {
      return await readFile(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') refuse('file', path, 'must exist', 'Mend the path of the file.', 'not found');
      if (code === 'EISDIR' || code === 'EACCES' || code === 'EPERM') refuse('file', path, 'must be a file that may be read', 'Give the CSV file itself.');
      throw error;
    }
  });
}
