import { letters } from '#areas/workbook/import-workbook/problems.js';
import { escaped, serialOf, type StatedCell, type StatedSpreadsheet } from './stated.js';
import { type ZippedFile, zipOf } from './zip-of.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Formats of cells: none, a day, a percentage, hours and minutes. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The parts of an XLSX file, so that a test can change or add some. Texts of up to 6 characters stand in their cells, others among the shared ones. */
export function xlsxParts({ sheets, from1904 = false }: StatedSpreadsheet): Map<string, string> {
  const shared: string[] = [];
  const parts = new Map<string, string>();
  const types = sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`);
  parts.set('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${types.join('')}</Types>`);
  parts.set('_rels/.rels', `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  const listed = sheets.map(({ name, hidden }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`);
  parts.set('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`);
  const related = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  const more = ['styles', 'sharedStrings'].map((part) => `<Relationship Id="${part}" Type="${RELATIONS}/${part}" Target="/xl/${part}.xml"/>`);
  parts.set('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}">${related.join('')}${more.join('')}</Relationships>`);
  parts.set('xl/styles.xml', STYLES);
  sheets.forEach(({ rows }, index) => parts.set(`xl/worksheets/sheet${index + 1}.xml`, worksheet(rows, shared, from1904)));
  parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}" count="${shared.length}">${shared.join('')}</sst>`);
  return parts;
}

/** A spreadsheet as an XLSX file. */
export function xlsxOf(stated: StatedSpreadsheet): Buffer {
  return zipParts(xlsxParts(stated));
}

export function zipParts(parts: ReadonlyMap<string, string | Uint8Array>, more: readonly ZippedFile[] = []): Buffer {
  return zipOf([...[...parts].map(([name, bytes]) => ({ name, bytes })), ...more]);
}

function worksheet(rows: readonly (readonly StatedCell[])[], shared: string[], from1904: boolean): string {
  const written = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, shared, from1904));
    return cells.length === 0 ? '' : `<row r="${row + 1}">${inside.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>${written.join('\n')}</sheetData><mergeCells/></worksheet>`;
}

function cellXml(cell: StatedCell, at: string, shared: string[], from1904: boolean): string {
  const text = (inside: string): string => `<t xml:space="preserve">${escaped(inside)}</t>`;
  if (cell === null || cell === '') return `<c r="${at}" s="1"/>`;
  if (typeof cell === 'string') return cell.length <= 6 ? `<c r="${at}" t="inlineStr"><is>${text(cell)}</is></c>` : `<c r="${at}" t="s"><v>${shared.push(`<si>${text(cell)}</si>`) - 1}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="1"><v>${serialOf(cell.day, from1904)}</v></c>`;
  if ('percentage' in cell) return `<c r="${at}" s="2"><v>${cell.percentage}</v></c>`;
  if ('time' in cell) return `<c r="${at}" s="3"><v>${cell.time}</v></c>`;
  if ('runs' in cell) {
    const runs = cell.runs.map((run, index) => `<r>${index === 0 ? '<rPr><b/></rPr>' : ''}${text(run)}</r>`);
    return `<c r="${at}" t="s"><v>${shared.push(`<si>${runs.join('')}<rPh sb="0" eb="1"><t>sound</t></rPh></si>`) - 1}</v></c>`;
  }
  const formula = `<f>${escaped(cell.formula)}</f>`;
  if ('error' in cell) return `<c r="${at}" t="e">${formula}<v>${cell.error}</v></c>`;
  if (cell.value === undefined) return `<c r="${at}">${formula}<v></v></c>`;
  const type = typeof cell.value === 'string' ? ' t="str"' : typeof cell.value === 'boolean' ? ' t="b"' : '';
  return `<c r="${at}"${type}>${formula}<v>${escaped(String(typeof cell.value === 'boolean' ? Number(cell.value) : cell.value))}</v></c>`;
}
