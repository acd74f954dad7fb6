import { type Cell, isBlank } from '../reader/cell.js';
import type { SheetRow } from '../reader/workbook-reader.js';
import type { Sheet } from '../sheets/sheet.js';
import { columnName } from './header.js';

/** How many rows with something in them may come before the column names are found: titles, notes, headings of groups. */
export const HEADER_WITHIN = 10;

/** A sheet's header, and the rows of those looked through that come after it. */
export interface FoundHeader {
  readonly row: SheetRow;
  readonly after: readonly SheetRow[];
}

/**
 * Which of the first rows of a sheet holds its column names: the one with most of them; the first where none has any.
 * Names that are merged with a row above or below, under a heading for several columns, are found in both.
 */
export function findHeader(sheet: Sheet, first: readonly SheetRow[]): FoundHeader | undefined {
  const names = first.map(({ cells }) => namesIn(sheet, cells).size);
  const most = Math.max(0, ...names);
  const at = names.indexOf(most);
  const [row, next] = [first[at], first[at + 1]];
  if (!row) return undefined;
  if (most > 0 && next && next.number === row.number + 1 && completes(sheet, row.cells, next.cells)) {
    return { row: { number: next.number, cells: merged(next.cells, row.cells) }, after: first.slice(at + 2) };
  }
  const before = first[at - 1];
  const above = before && before.number === row.number - 1 && most > 0 ? namesOver(sheet, before.cells, row.cells) : [];
  return { row: { number: row.number, cells: merged(row.cells, above) }, after: first.slice(at + 1) };
}

/** Whether a row below holds nothing but column names that are not in the row above: the second line of a header. */
function completes(sheet: Sheet, upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const [above, below] = [namesIn(sheet, upper), namesIn(sheet, lower)];
  const filled = lower.filter((cell) => !isBlank(cell)).length;
  return filled > 0 && below.size === filled && [...below].every((name) => !above.has(name));
}

/** The column names of a row above that stand over nothing, and are not in the header itself. */
function namesOver(sheet: Sheet, upper: readonly Cell[], header: readonly Cell[]): readonly Cell[] {
  const there = namesIn(sheet, header);
  return upper.map((cell) => (isColumn(sheet, columnName(cell)) && !there.has(columnName(cell)) ? cell : { text: '' }));
}

/** The cells of one row, and in place of those that are blank the cells of another. */
function merged(cells: readonly Cell[], others: readonly Cell[]): readonly Cell[] {
  const width = Math.max(cells.length, others.length);
  return Array.from({ length: width }, (_, place) => (isBlank(cells[place]) ? (others[place] ?? { text: '' }) : cells[place]!));
}

function namesIn(sheet: Sheet, cells: readonly Cell[]): ReadonlySet<string> {
  return new Set(cells.map(columnName).filter((name) => isColumn(sheet, name)));
}

function isColumn(sheet: Sheet, name: string): boolean {
  return Object.hasOwn(sheet.columns, name);
}
