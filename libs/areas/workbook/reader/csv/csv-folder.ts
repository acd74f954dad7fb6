import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { refuse } from '#domain/kernel/refusal.js';
import { plainFileName } from '../plain-file-name.js';
import type { WorkbookReader } from '../workbook-reader.js';
import { csvSheet } from './csv-sheet.js';

/**
 * A workbook as a folder with one CSV per sheet; evidence lies in the same folder.
 * @throws Refusal the path is not a folder that can be read
 */
export async function csvFolder(path: string): Promise<WorkbookReader> {
  const files = await filesIn(path);
  const csvs = files.filter((file) => /\.csv$/i.test(file)).sort();
  return {
    name: basename(path),
    sheets: () => Promise.resolve(csvs.map((file) => csvSheet(file, () => readFile(join(path, file))))),
    fileBeside: (name) =>
      Promise.resolve(plainFileName(name) && files.includes(name) ? createReadStream(join(path, name)) : undefined),
    async contentHash() {
      const hash = createHash('sha256');
      for (const file of csvs) {
        hash.update(JSON.stringify(file));
        hash.update(createHash('sha256').update(await readFile(join(path, file))).digest());
      }
      return hash.digest('hex');
    },
  };
}

async function filesIn(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) {
      refuse('path', path, 'must be a folder with one CSV for each sheet', 'Give the folder that holds contracts.csv and the others.');
    }
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') refuse('path', path, 'must exist', 'Mend the path of the folder.', 'not found');
    if (code === 'EACCES' || code === 'EPERM') refuse('path', path, 'must be a folder that may be read', 'Give yourself permission to read it.');
    throw error;
  }
}
