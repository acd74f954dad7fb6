import { escaped, type StatedCell, type StatedSpreadsheet } from './stated.js';
import { zipOf } from './zip-of.js';

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMES = ['office', 'style', 'text', 'table', 'number'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');

/** The document of an ODS file, so that a test can change it. */
export function odsContent({ sheets }: StatedSpreadsheet): string {
  const tables = sheets.map(({ name, hidden, rows }) => {
    const written: string[] = [];
    for (let row = 0; row < rows.length; row++) {
      let blank = 0;
      while (row + blank < rows.length && rows[row + blank]!.length === 0) blank++;
      if (blank > 0) written.push(`<table:table-row table:number-rows-repeated="${blank}"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`);
      row += blank;
      if (row < rows.length) written.push(`<table:table-row>${rows[row]!.map(cellXml).join('')}<table:table-cell table:number-columns-repeated="900"/></table:table-row>`);
    }
    return `<table:table table:name="${escaped(name)}" table:style-name="${hidden ? 'hidden' : 'shown'}"><table:table-column/>${written.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`;
  });
  const style = (name: string, display: boolean): string => `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${display}"/></style:style>`;
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles>${style('shown', true)}${style('hidden', false)}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
}

/** A spreadsheet as an ODS file. */
export function odsOf(stated: StatedSpreadsheet): Buffer {
  return odsAround(odsContent(stated));
}

export function odsAround(content: string): Buffer {
  return zipOf([
    { name: 'mimetype', bytes: ODS_TYPE, stored: true },
    { name: 'content.xml', bytes: content },
    { name: 'styles.xml', bytes: `<office:document-styles ${NAMES}/>` },
    { name: 'META-INF/manifest.xml', bytes: `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODS_TYPE}"/></manifest:manifest>` },
  ]);
}

function cellXml(cell: StatedCell): string {
  const of = (attributes: string, inside = ''): string => `<table:table-cell${attributes}>${inside}</table:table-cell>`;
  const value = (type: string, more: string, shown: string): string => of(` office:value-type="${type}" ${more}`, `<text:p>${escaped(shown)}</text:p>`);
  if (cell === null || cell === '') return of('');
  if (typeof cell === 'string') return of(' office:value-type="string"', paragraphs(cell));
  if (typeof cell === 'number') return value('float', `office:value="${cell}"`, String(cell));
  if (typeof cell === 'boolean') return value('boolean', `office:boolean-value="${cell}"`, cell ? 'TRUE' : 'FALSE');
  if ('day' in cell) return value('date', `office:date-value="${cell.day}"`, cell.day.split('-').reverse().join('/'));
  if ('percentage' in cell) return value('percentage', `office:value="${cell.percentage}"`, `${cell.percentage * 100}%`);
  if ('time' in cell) {
    const minutes = Math.round(cell.time * 1440);
    return value('time', `office:time-value="PT${Math.floor(minutes / 60)}H${minutes % 60}M00S"`, `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
  }
  if ('runs' in cell) return of(' office:value-type="string"', `<text:p>${cell.runs.map((run) => `<text:span>${spaced(run)}</text:span>`).join('')}</text:p><office:annotation><text:p>a note</text:p></office:annotation>`);
  const formula = ` table:formula="of:=${escaped(cell.formula)}"`;
  if ('error' in cell) return of(`${formula} office:value-type="string" office:string-value="" calcext:value-type="error"`, `<text:p>${cell.error}</text:p>`);
  if (cell.value === undefined) return of(formula);
  return cellXml(cell.value).replace('<table:table-cell', `<table:table-cell${formula}`);
}

function paragraphs(text: string): string {
  return text.split('\n').map((line) => `<text:p>${spaced(line)}</text:p>`).join('');
}

/** Spaces at the edges and in a row are written as elements, as LibreOffice does. */
function spaced(text: string): string {
  return escaped(text).replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}
