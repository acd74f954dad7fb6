import { stat } from 'node:fs/promises';
import { refuse } from '#domain/kernel/refusal.js';
import { refusePath } from '../files/refuse-path.js';
import { folderFiles } from '../files/folder-files.js';
import type { WorkbookReader } from '../workbook-reader.js';
import { csvWorkbook } from './csv-workbook.js';

/**
 * A workbook as a folder with one CSV per sheet; evidence lies in the same folder.
 * @throws Refusal the path is not a folder that can be read
 */
export async function csvFolder(path: string): Promise<WorkbookReader> {
  try {
    if (!(await stat(path)).isDirectory()) {
      refuse('path', path, 'must be a folder with one CSV for each sheet', 'Give the folder that holds contracts.csv and the others.');
    }
    return csvWorkbook(await folderFiles(path));
  } catch (error) {
    return refusePath(error, 'path', path);
  }
}
