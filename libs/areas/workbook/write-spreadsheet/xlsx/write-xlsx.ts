import { letters } from '../../import-workbook/problems.js';
import { sheetNames } from '../sheet-names.js';
import type { WrittenWorkbook } from '../written-workbook.js';
import { escaped, storable, XML } from '../xml.js';
import { archive, packed, type ZipEntry } from '../zip.js';
import { noteBoxesXml, notesXml, type PlacedNote } from './notes-xml.js';
import { sheetXml } from './sheet-xml.js';
import { stylesXml } from './styles-xml.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as a file of Excel (ECMA-376). The same workbook is the same bytes. */
export async function writeXlsx(workbook: WrittenWorkbook): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const sheets: Awaited<ReturnType<typeof packed>>[] = [];
  const withNotes: number[] = [];
  const notesSoFar = { blocks: 1 };
  for (const [index, sheet] of workbook.sheets.entries()) {
    const number = index + 1;
    const notes: PlacedNote[] = [];
    sheets.push(await packed({ name: `xl/worksheets/sheet${number}.xml`, content: sheetXml(sheet, (name) => names.get(name) ?? name, notes) }));
    if (notes.length === 0) continue;
    withNotes.push(number);
    const cellOf = ({ row, column }: PlacedNote): string => `${letters(column)}${row + 1}`;
    const beside: ZipEntry[] = [
      { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, content: notesRelations(number) },
      { name: `xl/comments${number}.xml`, content: notesXml(notes, cellOf) },
      { name: `xl/drawings/vmlDrawing${number}.vml`, content: noteBoxesXml(notes, sheet.columns, notesSoFar.blocks) },
    ];
    notesSoFar.blocks += Math.ceil((notes.length + 1) / 1024);
    for (const entry of beside) sheets.push(await packed(entry));
  }
  const frame: ZipEntry[] = [
    { name: '[Content_Types].xml', content: contentTypes(workbook.sheets.length, withNotes) },
    { name: '_rels/.rels', content: relations([[`${DOCUMENT}/officeDocument`, 'xl/workbook.xml'], [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']]) },
    { name: 'docProps/core.xml', content: coreProperties(workbook.title) },
    { name: 'xl/workbook.xml', content: workbookXml([...names.values()]) },
    { name: 'xl/_rels/workbook.xml.rels', content: workbookRelations(workbook.sheets.length) },
    { name: 'xl/styles.xml', content: stylesXml() },
  ];
  return archive([...(await Promise.all(frame.map(packed))), ...sheets]);
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escaped(storable(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const each = Array.from({ length: sheets }, (_, index): [string, string] => [`${DOCUMENT}/worksheet`, `worksheets/sheet${index + 1}.xml`]);
  return relations([...each, [`${DOCUMENT}/styles`, 'styles.xml']]);
}

function notesRelations(sheet: number): string {
  return relations([[`${DOCUMENT}/vmlDrawing`, `../drawings/vmlDrawing${sheet}.vml`], [`${DOCUMENT}/comments`, `../comments${sheet}.xml`]]);
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(sheets: number, withNotes: readonly number[]): string {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    part('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`) +
    part('/xl/styles.xml', `${SPREADSHEET}.styles+xml`) +
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    Array.from({ length: sheets }, (_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, `${SPREADSHEET}.worksheet+xml`)).join('') +
    `${withNotes.map((sheet) => part(`/xl/comments${sheet}.xml`, `${SPREADSHEET}.comments+xml`)).join('')}</Types>`
  );
}

function coreProperties(title: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(storable(title))}</dc:title></cp:coreProperties>`;
}
