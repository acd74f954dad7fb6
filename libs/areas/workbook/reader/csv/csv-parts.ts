import { createHash } from 'node:crypto';
import { plainFileName } from '../plain-file-name.js';
import type { WorkbookReader } from '../workbook-reader.js';
import { csvSheet } from './csv-sheet.js';

/** One file of an upload: a sheet where its name ends in .csv, else evidence. */
export interface UploadedPart {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A workbook as the parts of an upload: a part per CSV, and evidence files beside them. */
export function csvParts(name: string, parts: readonly UploadedPart[]): WorkbookReader {
  const csvs = parts.filter(({ fileName }) => /\.csv$/i.test(fileName)).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return {
    name,
    sheets: () => Promise.resolve(csvs.map(({ fileName, bytes }) => csvSheet(fileName, () => Promise.resolve(bytes)))),
    fileBeside(wanted) {
      const found = plainFileName(wanted) ? parts.find(({ fileName }) => fileName === wanted) : undefined;
      return Promise.resolve(found && once(found.bytes));
    },
    contentHash() {
      const hash = createHash('sha256');
      for (const { fileName, bytes } of csvs) {
        hash.update(JSON.stringify(fileName));
        hash.update(createHash('sha256').update(bytes).digest());
      }
      return Promise.resolve(hash.digest('hex'));
    },
  };
}

 
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
