import { CellFault } from '../cells/cell-fault.js';
import type { Column } from '../cells/column.js';
import { type Cell, isBlank } from '../reader/cell.js';
import type { SheetRow } from '../reader/workbook-reader.js';
import { EXAMPLE } from '../sheets/guide/column-guide.js';
import { exampleRow } from '../sheets/guide/example-row.js';
import type { Sheet } from '../sheets/sheet.js';
import type { SheetName } from '../sheets/template.js';
import type { Header } from './header.js';
import { type Row, textOf } from './row.js';

/** What a row is to the template: its example, which is passed over, or a row typed over the example, at the column that shows it. */
export type Exemplary = 'the example' | { readonly typedOver: string } | undefined;

/**
 * A row that is known by something beginning with “e.g. ” is the template's example. If it says anything else than the
 * example, somebody typed over it and forgot its reference: nobody's row may get lost for that.
 */
export function exemplary(sheet: Sheet, header: Header, { cells }: SheetRow): Exemplary {
  const at = (column: string): Cell | undefined => cells[header.places.get(column) ?? -1];
  const column = sheet.identity.find((name) => at(name)?.text.trimStart().startsWith(EXAMPLE));
  if (column === undefined || sheet.name === 'about') return undefined;
  const example = exampleRow(sheet.name as SheetName);
  const asGiven = [...header.places.keys()].every((name) => saysTheSame(sheet.columns[name]!, at(name), example.get(name)));
  const nothingBeside = cells.every((cell, index) => isBlank(cell) || [...header.places.values()].includes(index));
  return asGiven && nothingBeside ? 'the example' : { typedOver: column };
}

/** Whether a row that was taken is one typed over the example: what else it names may still be the example's. */
export function isTypedOverExample(row: Row): boolean {
  return row.sheet.identity.some((column) => textOf(row, column).startsWith(EXAMPLE));
}

/** Whether two cells mean the same, however they are typed: a date comes back from a spreadsheet as a date, from a CSV as text. */
function saysTheSame(column: Column, one: Cell | undefined, other: Cell | undefined): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  const [read, given] = [column.read(one!), column.read(other!)];
  if (read instanceof CellFault || given instanceof CellFault) return one!.text.trim() === other!.text.trim();
  return JSON.stringify(read) === JSON.stringify(given);
}
