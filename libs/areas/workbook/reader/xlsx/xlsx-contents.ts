import { damaged } from '../file-fault.js';
import { readXml } from '../xml/read-xml.js';
import type { ZipArchive } from '../zip/zip-archive.js';
import { type Relation, relationsOf } from './relations.js';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The part of the archive that holds its rows. */
  readonly part: string;
}

/** What an XLSX file holds, before any row is read. */
export interface XlsxContents {
  /** In the order of their tabs; charts that stand for themselves are none. */
  readonly sheets: readonly ListedSheet[];
  /** Whether days are counted from 1904, as old workbooks of the Macintosh do. */
  readonly from1904: boolean;
  /** The parts that hold texts and formats. */
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** Whether formulas point to other workbooks. */
  readonly linked: boolean;
  readonly macros: boolean;
}

/** @throws FileFault the parts do not make a workbook */
export async function xlsxContents(archive: ZipArchive): Promise<XlsxContents> {
  const workbook = [...(await relationsOf(archive, '')).values()].find(({ type }) => type === 'officeDocument')?.target;
  if (workbook === undefined) throw damaged('its workbook is missing');
  const relations = await relationsOf(archive, workbook);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  await readXml(archive.stream(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      listed.push({ name: attributes.get('name') ?? '', hidden: /hidden/i.test(attributes.get('state') ?? ''), id: attributes.ending(':id') ?? '' });
    },
    close: () => undefined,
    text: () => undefined,
    wantsText: false,
  });
  const partOf = (type: string): string | undefined => [...relations.values()].find((relation) => relation.type === type)?.target;
  return {
    sheets: listed.flatMap(({ name, hidden, id }) => sheetAt(relations.get(id)).map((part) => ({ name, hidden, part }))),
    from1904,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    linked: [...relations.values()].some(({ type }) => /^externalLink/.test(type)),
    macros: [...relations.values()].some(({ type }) => type === 'vbaProject') || archive.entries.some(({ name }) => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\//i.test(name)),
  };
}

function sheetAt(relation: Relation | undefined): string[] {
  return relation?.type === 'worksheet' ? [relation.target] : [];
}
