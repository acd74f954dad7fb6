import type { ColumnGuide } from '../sheets/guide/column-guide.js';
import { guide } from '../sheets/guide/guide.js';
import { typedAs } from '../sheets/guide/typed-as.js';
import { SHEET_NAMES, type SheetName, template } from '../sheets/template.js';
import type { WrittenCell, WrittenRow, WrittenSheet, WrittenWorkbook } from '../write-spreadsheet/written-workbook.js';
import { aboutSheet } from '../write-template/about-sheet.js';
import { howToSheet, sheetsPart } from '../write-template/how-to-sheet.js';
import { tableFrame } from '../write-template/table-sheet.js';
import { cellText, valueOf } from './cell-text.js';

/** A workbook that is filled in before anybody opens it. */
export interface RowsToWrite {
  readonly title: string;
  /** What its first sheet says of it. */
  readonly said: string;
  readonly authority: string;
  readonly preparedBy: string;
  /** A day: 2026-05-18. */
  readonly preparedOn: string;
  /** The rows of a sheet, asked for once, sheet after sheet: a large one need never be whole in memory. */
  rowsOf(sheet: SheetName): Iterable<object> | AsyncIterable<object>;
}

/** The template with rows in it, and no example: a date is written as a date, a number as a number, a percentage as one. */
export function rowsWorkbook({ title, said, authority, preparedBy, preparedOn, rowsOf }: RowsToWrite): WrittenWorkbook {
  const about = aboutSheet(authority, { prepared_by: preparedBy, prepared_on: preparedOn });
  return { title, sheets: [howToSheet(title, said, [sheetsPart]), about, ...SHEET_NAMES.map((name) => filledSheet(name, () => rowsOf(name)))] };
}

function filledSheet(name: SheetName, rowsOf: () => Iterable<object> | AsyncIterable<object>): WrittenSheet {
  const { headings, ...frame } = tableFrame(name);
  const columns = Object.keys(template[name].columns).map((column) => ({ column, way: guide[name].columns[column]!.way }));
  async function* rows(): AsyncGenerator<WrittenRow> {
    yield headings;
    for await (const row of rowsOf()) yield { cells: columns.map(({ column, way }) => cellOf(way, cellText(name, column, valueOf(row, column)))) };
  }
  return { ...frame, rows: rows() };
}

function cellOf(way: ColumnGuide['way'], text: string): WrittenCell | undefined {
  if (text === '') return undefined;
  // Below 1, a plain number in a column of percentages could mean a part of one.
  return way === 'percentage' ? { text, typed: { kind: 'number', decimal: text, percentage: true } } : typedAs(way, text);
}
