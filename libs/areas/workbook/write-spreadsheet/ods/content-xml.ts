import { quoted } from '../sheet-names.js';
import { formatOf, writtenValue } from '../written-value.js';
import type { WrittenCell, WrittenColumn, WrittenSheet, WrittenWorkbook } from '../written-workbook.js';
import { escaped, storable, XML } from '../xml.js';
import { DropDowns } from './drop-downs.js';
import { automaticStyles, cellStyleName, columnStyleName, columnStyles, NAME_SPACES } from './ods-styles.js';
import { odsLines } from './ods-text.js';

export type NameOf = (sheet: string) => string;

/** How far down blank cells have the format of their column: LibreOffice gives it only to rows that are written. */
const FORMATTED_ROWS = 2000;

/** All sheets, piece by piece. */
export async function* contentXml({ sheets }: WrittenWorkbook, nameOf: NameOf): AsyncGenerator<string> {
  const dropDowns = sheets.map((sheet, index) => DropDowns.of(sheet, index + 1));
  yield `${XML}<office:document-content ${NAME_SPACES}><office:automatic-styles>${automaticStyles()}${columnStyles(sheets.flatMap(({ columns }) => columns))}`;
  yield '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style></office:automatic-styles><office:body><office:spreadsheet>';
  const offered = dropDowns.map((one, index) => one.xml(nameOf, sheets[index]!.name)).join('');
  if (offered !== '') yield `<table:content-validations>${offered}</table:content-validations>`;
  for (const [index, sheet] of sheets.entries()) yield* tableXml(sheet, dropDowns[index]!, nameOf);
  yield '</office:spreadsheet></office:body></office:document-content>';
}

async function* tableXml(sheet: WrittenSheet, dropDowns: DropDowns, nameOf: NameOf): AsyncGenerator<string> {
  yield `<table:table table:name="${escaped(storable(nameOf(sheet.name)))}">${sheet.columns.map(columnXml).join('')}`;
  const width = Math.max(sheet.columns.length, dropDowns.width, 1);
  let next = 1;
  for await (const { number = next, cells } of sheet.rows) {
    yield* blankRows(next, number - 1, dropDowns, width);
    yield rowXml(number, cells, sheet.columns, dropDowns, nameOf);
    next = number + 1;
  }
  const formatted = sheet.columns.some(({ format }) => format !== undefined) ? FORMATTED_ROWS : 0;
  // A table without a row is none.
  const last = Math.max(formatted, dropDowns.lastRow, 1);
  yield* blankRows(next, last, dropDowns, width);
  yield '</table:table>';
}

function columnXml({ width, format, hidden }: WrittenColumn): string {
  return `<table:table-column table:style-name="${columnStyleName(width)}" table:default-cell-style-name="${cellStyleName('plain', format ?? 'general')}"${hidden ? ' table:visibility="collapse"' : ''}/>`;
}

/** Rows that hold nothing, from and to both counted: as few elements as the drop-downs in them allow. */
function* blankRows(from: number, to: number, dropDowns: DropDowns, width: number): Generator<string> {
  for (let row = from; row <= to; ) {
    const last = Math.min(to, dropDowns.sameUntil(row));
    const cells = Array.from({ length: width }, (_, column) => blankXml(dropDowns.at(row, column))).join('');
    yield `<table:table-row table:style-name="row" table:number-rows-repeated="${last - row + 1}">${cells}</table:table-row>`;
    row = last + 1;
  }
}

function blankXml(dropDown: string | undefined): string {
  return dropDown === undefined ? '<table:table-cell/>' : `<table:table-cell table:content-validation-name="${dropDown}"/>`;
}

function rowXml(row: number, cells: readonly (WrittenCell | undefined)[], columns: readonly WrittenColumn[], dropDowns: DropDowns, nameOf: NameOf): string {
  const width = Math.max(cells.length, columns.length, dropDowns.width, 1);
  const written = Array.from({ length: width }, (_, column) => {
    const dropDown = dropDowns.at(row, column);
    const cell = cells[column];
    return cell === undefined ? blankXml(dropDown) : cellXml(cell, columns[column], dropDown, nameOf);
  });
  return `<table:table-row table:style-name="row">${written.join('')}</table:table-row>`;
}

function cellXml(cell: WrittenCell, column: WrittenColumn | undefined, dropDown: string | undefined, nameOf: NameOf): string {
  const value = writtenValue(cell);
  const choices = dropDown === undefined ? '' : ` table:content-validation-name="${dropDown}"`;
  const head = `<table:table-cell table:style-name="${cellStyleName(cell.style ?? 'plain', formatOf(value, column?.format))}"${choices}`;
  const note = cell.note === undefined ? '' : noteXml(cell.note);
  const { link } = cell;
  const linked = (words: string): string =>
    link === undefined ? words : `<text:a xlink:type="simple" xlink:href="${escaped(`#${quoted(nameOf(link.sheet))}.${link.cell}`)}">${words}</text:a>`;
  const shown = (text: string): string => `${note}${paragraphs(text, linked)}</table:table-cell>`;
  switch (value.kind) {
    case 'blank':
      return `${head}>${note}</table:table-cell>`;
    case 'text':
      return `${head} office:value-type="string">${shown(value.text)}`;
    case 'number':
      return `${head} office:value-type="${value.format === 'general' ? 'float' : 'percentage'}" office:value="${value.decimal}">${shown(value.shown)}`;
    case 'date':
      return `${head} office:value-type="date" office:date-value="${value.date}">${shown(value.shown)}`;
    case 'yes or no':
      return `${head} office:value-type="boolean" office:boolean-value="${value.yes}">${shown(value.yes ? 'TRUE' : 'FALSE')}`;
  }
}

/** A note in a box that is large enough for its words. */
function noteXml(note: string): string {
  const lines = note.split('\n');
  const height = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 46)), 0) * 0.45 + 0.4;
  return `<office:annotation office:display="false" svg:width="8.5cm" svg:height="${height.toFixed(2)}cm">${paragraphs(note)}</office:annotation>`;
}

function paragraphs(text: string, around = (words: string): string => words): string {
  return odsLines(text).map((line) => `<text:p>${around(line)}</text:p>`).join('');
}
