import type { ByteSource } from '../files/byte-source.js';
import { hashOf } from '../files/hash-of.js';
import { remarksOn } from '../spreadsheet/remarks.js';
import { rowsOfXml } from '../spreadsheet/rows-of-xml.js';
import { sheetName } from '../sheet-name.js';
import type { SheetSource, WorkbookReader } from '../workbook-reader.js';
import type { ZipArchive } from '../zip/zip-archive.js';
import { cellFormats } from './cell-formats.js';
import { sharedStrings } from './shared-strings.js';
import { type SheetGround, SheetListener } from './sheet-listener.js';
import { xlsxContents, type XlsxContents } from './xlsx-contents.js';

/**
 * A workbook as an XLSX file. Values are those that were last saved: no formula is worked out, no link followed, no macro run.
 * @throws FileFault it is no workbook, or damaged
 */
export async function xlsxWorkbook(name: string, source: ByteSource, archive: ZipArchive, fileBeside: WorkbookReader['fileBeside']): Promise<WorkbookReader> {
  const contents = await xlsxContents(archive);
  let ground: Promise<SheetGround> | undefined;
  const sheets = contents.sheets.map(
    ({ name: origin, hidden, part }): SheetSource => ({
      name: sheetName(origin),
      origin,
      hidden,
      rows: () =>
        rowsOfXml(async () => {
          const standing = await (ground ??= groundOf(archive, contents));
          return { pieces: archive.stream(part), listener: (ready) => new SheetListener(standing, ready) };
        }),
    }),
  );
  return { name, sheets: () => Promise.resolve(sheets), fileBeside, contentHash: () => hashOf(source), remarks: remarksOn(contents) };
}

async function groundOf(archive: ZipArchive, { strings, styles, from1904 }: XlsxContents): Promise<SheetGround> {
  return {
    strings: strings !== undefined && archive.has(strings) ? await sharedStrings(archive, strings) : [],
    formats: styles !== undefined && archive.has(styles) ? await cellFormats(archive, styles) : [],
    from1904,
  };
}
