import { createHash } from 'node:crypto';
import { bytesOf } from '../files/byte-source.js';
import { fileAmong, type NamedFiles } from '../files/named-files.js';
import { UnreadableSheet, type WorkbookReader } from '../workbook-reader.js';
import { csvSheet } from './csv-sheet.js';

export const isCsv = (fileName: string): boolean => /\.csv$/i.test(fileName);

/** The largest sheet that is read: it is in memory as a whole, twice. */
const MOST_BYTES = 100_000_000;

/** A workbook as one CSV per sheet; every other file is evidence. */
export function csvWorkbook(files: NamedFiles): WorkbookReader {
  const csvs = files.names.filter(isCsv).sort();
  const bytes = async (file: string): Promise<Buffer> => {
    const source = await files.open(file);
    if (source.size > MOST_BYTES) throw tooLarge();
    return bytesOf(source);
  };
  return {
    name: files.name,
    sheets: () => Promise.resolve(csvs.map((file) => csvSheet(file, () => bytes(file)))),
    fileBeside: (name) => fileAmong(files, name),
    async contentHash() {
      const hash = createHash('sha256');
      for (const file of csvs) {
        hash.update(JSON.stringify(file));
        const ofFile = createHash('sha256');
        for await (const piece of await files.stream(file)) ofFile.update(piece);
        hash.update(ofFile.digest());
      }
      return hash.digest('hex');
    },
  };
}

function tooLarge(): UnreadableSheet {
  const rule = `must not be larger than ${(MOST_BYTES / 1_000_000).toLocaleString('en-GB')} MB`;
  return new UnreadableSheet({ row: null, column: '', value: '', rule, fix: 'Divide the workbook by contract into several, and send them one after the other.' });
}
