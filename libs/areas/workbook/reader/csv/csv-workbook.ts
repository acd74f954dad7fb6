import { createHash } from 'node:crypto';
import { bytesOf } from '../files/byte-source.js';
import { fileAmong, type NamedFiles } from '../files/named-files.js';
import type { WorkbookReader } from '../workbook-reader.js';
import { csvSheet } from './csv-sheet.js';

export const isCsv = (fileName: string): boolean => /\.csv$/i.test(fileName);

/** A workbook as one CSV per sheet; every other file is evidence. */
export function csvWorkbook(files: NamedFiles): WorkbookReader {
  const csvs = files.names.filter(isCsv).sort();
  const bytes = async (file: string): Promise<Buffer> => bytesOf(await files.open(file));
  return {
    name: files.name,
    sheets: () => Promise.resolve(csvs.map((file) => csvSheet(file, () => bytes(file)))),
    fileBeside: (name) => fileAmong(files, name),
    async contentHash() {
      const hash = createHash('sha256');
      for (const file of csvs) {
        hash.update(JSON.stringify(file));
        hash.update(createHash('sha256').update(await bytes(file)).digest());
      }
      return hash.digest('hex');
    },
  };
}
