import { builtInFormat, type NumberFormat, numberFormat } from '../spreadsheet/number-format.js';
import { readXml } from '../xml/read-xml.js';
import type { ZipArchive } from '../zip/zip-archive.js';

/** What the formats of cells make of numbers, in the order in which cells name them. */
export async function cellFormats(archive: ZipArchive, part: string): Promise<readonly NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  await readXml(archive.stream(part), {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), numberFormat(attributes.get('formatCode') ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
    wantsText: false,
  });
  return formats;
}
