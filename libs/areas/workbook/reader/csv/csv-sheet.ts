import { decodeCsv } from './decode-csv.js';
import { csvRows } from './csv-rows.js';
import { sheetName } from '../sheet-name.js';
import type { SheetSource } from '../workbook-reader.js';

/** A CSV file as a sheet; its bytes are fetched when its rows are asked for. */
export function csvSheet(fileName: string, bytes: () => Promise<Uint8Array>): SheetSource {
  return {
    name: sheetName(fileName.replace(/\.csv$/i, '')),
    origin: fileName,
    async *rows() {
      yield* csvRows(decodeCsv(await bytes()));
    },
  };
}
