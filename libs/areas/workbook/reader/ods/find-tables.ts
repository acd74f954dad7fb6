import { readXml } from '../xml/read-xml.js';
import type { ZipArchive } from '../zip/zip-archive.js';

export const CONTENT = 'content.xml';

/** A sheet of an ODS file: all of them stand in one document, one after the other. */
export interface Table {
  readonly name: string;
  readonly hidden: boolean;
  /** Where it begins in the document, in bytes. */
  readonly from: number;
}

/** What an ODS file holds, before any row is read. */
export interface Tables {
  readonly tables: readonly Table[];
  /** Whether formulas point to other workbooks. */
  readonly linked: boolean;
  /** Styles of cells that show a number as a percentage. */
  readonly percentages: ReadonlySet<string>;
}

/** Looks through the whole document for its sheets. @throws FileFault it is damaged */
export async function findTables(archive: ZipArchive): Promise<Tables> {
  const tables: { name: string; style: string; from: number }[] = [];
  const hiddenStyles = new Set<string>();
  const percentageFormats = new Set<string>();
  const formatOf = new Map<string, string>();
  let style = '';
  let depth = 0;
  let inSpreadsheet = false;
  let linked = false;
  await readXml(archive.stream(CONTENT), {
    wantsText: false,
    open(name, attributes, prefix, at) {
      if (name === 'percentage-style') percentageFormats.add(attributes.get('style:name') ?? '');
      else if (name === 'style' && prefix === 'style') {
        style = attributes.get('style:name') ?? '';
        formatOf.set(style, attributes.get('style:data-style-name') ?? '');
      }
      else if (name === 'table-properties' && attributes.get('table:display') === 'false') hiddenStyles.add(style);
      else if (name === 'spreadsheet') inSpreadsheet = true;
      else if (name === 'table-source') linked = true;
      else if (name === 'table' && prefix === 'table' && inSpreadsheet && depth++ === 0) {
        tables.push({ name: attributes.get('table:name') ?? '', style: attributes.get('table:style-name') ?? '', from: at });
      }
    },
    close(name, prefix) {
      if (name === 'spreadsheet') inSpreadsheet = false;
      else if (name === 'table' && prefix === 'table' && inSpreadsheet) depth--;
    },
    text: () => undefined,
  });
  // What LibreOffice keeps of other workbooks stands as a table named after the file: 'file:///…'#$Sheet1.
  const own = tables.filter(({ name }) => !/^'?(file|https?):.*#/i.test(name));
  return {
    tables: own.map(({ name, style: of, from }) => ({ name, hidden: hiddenStyles.has(of), from })),
    linked: linked || own.length < tables.length,
    percentages: new Set([...formatOf].flatMap(([name, format]) => (percentageFormats.has(format) ? [name] : []))),
  };
}
