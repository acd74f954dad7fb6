import { isBlank } from '../reader/cell.js';
import type { SheetRow } from '../reader/workbook-reader.js';
import type { Sheet } from '../sheets/sheet.js';
import type { Header } from './header.js';

/** A row that a filled template prepared and nobody filled in: it says for what it is, and nothing else. */
export function leftEmpty({ columns, prepared }: Sheet, { places }: Header, { cells }: SheetRow): boolean {
  if (prepared.length === 0) return false;
  const filled = [...cells.keys()].filter((index) => !isBlank(cells[index]));
  const asked = prepared.map((column) => places.get(column) ?? -1);
  const needed = prepared.filter((column) => columns[column]!.required && column !== 'reference').map((column) => places.get(column) ?? -1);
  return filled.every((index) => asked.includes(index)) && needed.every((index) => filled.includes(index));
}
