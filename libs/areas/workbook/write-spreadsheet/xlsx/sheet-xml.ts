import { dayNumber } from '#domain/kernel/date.js';
import { letters } from '../../import-workbook/problems.js';
import { quoted } from '../sheet-names.js';
import { formatOf, writtenValue } from '../written-value.js';
import type { CellPlace, DropDown, WrittenCell, WrittenColumn, WrittenSheet } from '../written-workbook.js';
import { XML } from '../xml.js';
import type { PlacedNote } from './notes-xml.js';
import { rowHeight } from './row-height.js';
import { styleIndex } from './styles-xml.js';
import { LONGEST_TEXT, xlsxText } from './xlsx-text.js';

/** How a sheet's name here is written in the file. */
export type NameOf = (sheet: string) => string;

/** The most that Excel takes as a list within a drop-down itself. */
const LONGEST_LIST = 255;

/** 30 December 1899, from which the days of spreadsheets are counted. */
const DAY_NOUGHT = dayNumber('1900-01-01') - 2;

/** A sheet, piece by piece; the notes met on the way are added to `notes`. */
export async function* sheetXml(sheet: WrittenSheet, nameOf: NameOf, notes: PlacedNote[]): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;
  // On paper a sheet is as wide as the page.
  yield `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen(sheet.frozenRows ?? 0)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns(sheet.columns)}<sheetData>`;
  const links: string[] = [];
  let last = 0;
  for await (const { number, cells } of sheet.rows) {
    const row = number ?? last + 1;
    last = row;
    let written = '';
    cells.forEach((cell, index) => {
      if (cell === undefined) return;
      const at = `${letters(index)}${row}`;
      written += cellXml(cell, at, sheet.columns[index]);
      if (cell.note !== undefined) notes.push({ row: row - 1, column: index, text: cell.note.slice(0, LONGEST_TEXT) });
      if (cell.link !== undefined) links.push(`<hyperlink ref="${at}" location="${xlsxText(location(cell.link, nameOf))}"/>`);
    });
    if (written !== '') yield `<row r="${row}"${rowHeight(cells, sheet.columns)}>${written}</row>`;
  }
  yield `</sheetData>${dropDowns(sheet.dropDowns ?? [], nameOf)}`;
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`;
  yield '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  if (notes.length > 0) yield '<legacyDrawing r:id="rId1"/>';
  yield '</worksheet>';
}

function frozen(rows: number): string {
  if (rows === 0) return '';
  return `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${rows + 1}" sqref="A${rows + 1}"/>`;
}

function columns(columns: readonly WrittenColumn[]): string {
  if (columns.length === 0) return '';
  const one = ({ width, format, hidden }: WrittenColumn, index: number): string =>
    `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleIndex('plain', format ?? 'general')}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`;
  return `<cols>${columns.map(one).join('')}</cols>`;
}

function cellXml(cell: WrittenCell, at: string, column: WrittenColumn | undefined): string {
  const value = writtenValue(cell);
  const head = `<c r="${at}" s="${styleIndex(cell.style ?? 'plain', formatOf(value, column?.format))}"`;
  switch (value.kind) {
    case 'blank':
      return `${head}/>`;
    case 'text':
      return `${head} t="inlineStr"><is><t xml:space="preserve">${xlsxText(value.text.slice(0, LONGEST_TEXT))}</t></is></c>`;
    case 'number':
      return `${head}><v>${value.decimal}</v></c>`;
    case 'date':
      return `${head}><v>${dayNumber(value.date) - DAY_NOUGHT}</v></c>`;
    case 'yes or no':
      return `${head} t="b"><v>${value.yes ? 1 : 0}</v></c>`;
  }
}

function location({ sheet, cell }: CellPlace, nameOf: NameOf): string {
  return `${quoted(nameOf(sheet))}!${cell}`;
}

function dropDowns(all: readonly DropDown[], nameOf: NameOf): string {
  if (all.length === 0) return '';
  const one = ({ column, rows: [first, last], choices }: DropDown): string => {
    const at = letters(column);
    const offered = 'sheet' in choices ? cellsOf(choices, nameOf) : listOf(choices);
    const warning = 'errorStyle="warning" errorTitle="Not in the list" error="This is not one of the values in the list. Keep it all the same?"';
    return `<dataValidation type="list" ${warning} allowBlank="1" showErrorMessage="1" sqref="${at}${first}:${at}${last}"><formula1>${xlsxText(offered)}</formula1></dataValidation>`;
  };
  return `<dataValidations count="${all.length}">${all.map(one).join('')}</dataValidations>`;
}

function cellsOf({ sheet, column, rows: [first, last] }: { sheet: string; column: number; rows: readonly [number, number] }, nameOf: NameOf): string {
  const at = letters(column);
  return `${quoted(nameOf(sheet))}!$${at}$${first}:$${at}$${last}`;
}

function listOf(choices: readonly string[]): string {
  const list = choices.join(',');
  if (list.length > LONGEST_LIST || choices.some((choice) => /[,"]/.test(choice))) throw new Error('A drop-down of Excel takes 255 characters without commas; name cells that hold the choices.');
  return `"${list}"`;
}
