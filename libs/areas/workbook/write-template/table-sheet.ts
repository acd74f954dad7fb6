import type { Column } from '../cells/column.js';
import type { ColumnGuide } from '../sheets/guide/column-guide.js';
import { exampleRow } from '../sheets/guide/example-row.js';
import { guide } from '../sheets/guide/guide.js';
import { WAYS, type Way } from '../sheets/guide/ways.js';
import type { SheetName } from '../sheets/template.js';
import { template } from '../sheets/template.js';
import type { DropDown, WrittenCell, WrittenColumn, WrittenRow, WrittenSheet } from '../write-spreadsheet/written-workbook.js';
import { columnNote } from './note.js';

/** The last row in which drop-downs are offered and formats set. */
export const LAST_ROW = 2000;

/** A sheet of the template without its rows: the headings with their notes, the widths and formats of columns, drop-downs. */
export function tableFrame(name: SheetName): Omit<WrittenSheet, 'rows'> & { readonly headings: WrittenRow; readonly dropDowns: readonly DropDown[] } {
  const columns = columnsOf(name);
  const dropDowns = columns.flatMap(({ defined }, index): DropDown[] => (defined.read.choices ? [{ column: index, rows: [2, LAST_ROW], choices: defined.read.choices }] : []));
  const headings = columns.map(
    ({ column, defined, guided }): WrittenCell => ({ text: column, style: defined.required ? 'required heading' : 'heading', note: columnNote(guided, defined) }),
  );
  return { name, columns: columns.map(({ column, guided }) => written(column, guided)), frozenRows: 1, headings: { cells: headings }, dropDowns };
}

/** A sheet of the template as people fill it in: headings with their notes, the example, then rows that are given already. */
export function tableSheet(name: SheetName, given: readonly WrittenRow[] = [], moreDropDowns: readonly DropDown[] = []): WrittenSheet {
  const { headings, dropDowns, ...frame } = tableFrame(name);
  const example = exampleRow(name);
  const exampleCells = columnsOf(name).map(({ column }): WrittenCell => ({ text: '', ...example.get(column), style: 'example' }));
  return { ...frame, rows: [headings, { cells: exampleCells }, ...given], dropDowns: [...dropDowns, ...moreDropDowns] };
}

function columnsOf(name: SheetName) {
  return Object.entries<Column>(template[name].columns).map(([column, defined]) => ({ column, defined, guided: guide[name].columns[column]! }));
}

/** As wide as what is written in it, and as its heading. */
function written(column: string, { way }: ColumnGuide): WrittenColumn {
  const { width, format }: Way = WAYS[way];
  const wide = Math.max(width, column.length + 3);
  return format === undefined ? { width: wide } : { width: wide, format };
}
