import { CellFault } from '../cells/cell-fault.js';
import { unstorable } from '../cells/storable.js';
import { isBlank } from '../reader/cell.js';
import type { SheetRow } from '../reader/workbook-reader.js';
import type { Sheet } from '../sheets/sheet.js';
import type { Header } from './header.js';
import type { Problems } from './problems.js';

/** A row of a sheet, read. */
export interface Row<Values extends object = object> {
  readonly sheet: Sheet;
  /** As a spreadsheet counts them. */
  readonly number: number;
  /** All values; where the row is not sound, only those of cells that could be taken. */
  readonly values: Values;
  /** Whether every cell could be taken and they agree with one another. */
  readonly sound: boolean;
  /** The cells as they stand in the file. */
  readonly texts: readonly string[];
  readonly header: Header;
}

/** The text of a row's cell, as it stands in the file. */
export function textOf(row: Row, column: string): string {
  const index = row.header.places.get(column);
  return index === undefined ? '' : (row.texts[index] ?? '').trim();
}

/** Adds something wrong with a row, at one of its cells. */
export function addAt(problems: Problems, row: Row, column: string, rule: string, fix: string): void {
  const place = { sheet: row.sheet.name, row: row.number, column, index: row.header.places.get(column) };
  problems.add(place, textOf(row, column), rule, fix);
}

/** Reads every cell of a row, then what they ask of one another. */
export function readRow<Values extends object>(sheet: Sheet<string, Values>, header: Header, source: SheetRow, problems: Problems): Row<Values> {
  const values: Record<string, unknown> = {};
  const row = { sheet: sheet as Sheet, number: source.number, values: values as Values, sound: false, texts: source.cells.map(({ text }) => text), header };
  let sound = noStrayCells(row, source, problems);
  const fault = (column: string, { rule, fix }: { rule: string; fix: string }): void => {
    addAt(problems, row, column, rule, fix);
    sound = false;
  };
  for (const [name, column] of Object.entries(sheet.columns)) {
    const cell = source.cells[header.places.get(name) ?? -1];
    if (cell === undefined || isBlank(cell)) {
      if (column.required) fault(name, new CellFault('must be filled', 'Fill it in.'));
      else values[name] = column.blank;
      continue;
    }
    const read = cell.fault ?? unstorable(cell.text) ?? column.read(cell);
    if (read instanceof CellFault) fault(name, read);
    else values[name] = read;
  }
  if (sound) for (const found of sheet.check(row.values)) fault(found.column, found);
  return { ...row, sound };
}

/** A value outside the named columns mostly comes from a comma inside an unquoted text. */
function noStrayCells(row: Row, source: SheetRow, problems: Problems): boolean {
  let none = true;
  source.cells.forEach((cell, index) => {
    if (isBlank(cell) || (index < row.header.width && !row.header.nameless.has(index))) return;
    const fix = 'Take it out, or move it to a column of the sheet; in a CSV, put quotation marks around a text that holds a comma.';
    problems.add({ sheet: row.sheet.name, row: row.number, column: '', index }, cell.text.trim(), 'must stand under a column name', fix);
    none = false;
  });
  return none;
}
