import type { ByteSource } from '../files/byte-source.js';
import { hashOf } from '../files/hash-of.js';
import { remarksOn } from '../spreadsheet/remarks.js';
import { rowsOfXml } from '../spreadsheet/rows-of-xml.js';
import { sheetName } from '../sheet-name.js';
import type { SheetSource, WorkbookReader } from '../workbook-reader.js';
import type { ZipArchive } from '../zip/zip-archive.js';
import { CONTENT, findTables } from './find-tables.js';
import { TableListener } from './table-listener.js';

/**
 * A workbook as an ODS file. Values are those that were last saved: no formula is worked out, no link followed, no macro run.
 * @throws FileFault it is no workbook, or damaged
 */
export async function odsWorkbook(name: string, source: ByteSource, archive: ZipArchive, fileBeside: WorkbookReader['fileBeside']): Promise<WorkbookReader> {
  const { tables, linked, percentages } = await findTables(archive);
  const sheets = tables.map(
    ({ name: origin, hidden, from }): SheetSource => ({
      name: sheetName(origin),
      origin,
      hidden,
      rows: () => rowsOfXml(() => Promise.resolve({ pieces: fromPlace(archive.stream(CONTENT), from), from, listener: (ready) => new TableListener(ready, percentages) })),
    }),
  );
  const macros = archive.entries.some(({ name: part }) => /^(Basic|Scripts)\/.+\.(xml|xba|py|js|bsh)$/i.test(part) && !/\/script-lc\.xml$/.test(part));
  return { name, sheets: () => Promise.resolve(sheets), fileBeside, contentHash: () => hashOf(source), remarks: remarksOn({ linked, macros }) };
}

/** What comes before the sheet is unpacked and passed over, which takes a tenth of the time of reading it. */
async function* fromPlace(pieces: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Uint8Array> {
  let before = 0;
  for await (const piece of pieces) {
    if (before + piece.length > from) yield before >= from ? piece : piece.subarray(from - before);
    before += piece.length;
  }
}
