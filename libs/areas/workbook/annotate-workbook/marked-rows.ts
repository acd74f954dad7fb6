import type { Cell } from '../reader/cell.js';
import type { SheetRow } from '../reader/workbook-reader.js';
import type { WrittenCell, WrittenRow } from '../write-spreadsheet/written-workbook.js';
import type { Mark, SheetMarks } from './marks.js';

/** A spreadsheet with more notes in a sheet than these opens slowly; the cells after them are marked all the same. */
const MOST_NOTES = 2_000;

/** In place of a formula that came to nothing: a blank would be taken for an answer. */
const NO_VALUE = '#N/A';

/**
 * The rows of a sheet with its marks: every cell as it was read, in its place; those that are concerned coloured, with a
 * note that says the rule and the fix. A mark in a blank row makes that row.
 */
export async function* markedRows(rows: AsyncIterable<SheetRow>, marks: SheetMarks): AsyncGenerator<WrittenRow> {
  const pending = [...marks.keys()].sort((a, b) => a - b);
  const notes = { left: MOST_NOTES };
  let next = 0;
  const before = function* (number: number): Generator<WrittenRow> {
    for (; next < pending.length && pending[next]! < number; next++) yield marked({ number: pending[next]!, cells: [] }, marks, notes);
  };
  for await (const row of rows) {
    yield* before(row.number);
    if (pending[next] === row.number) next++;
    yield marked(row, marks, notes);
  }
  yield* before(Infinity);
}

function marked({ number, cells }: SheetRow, marks: SheetMarks, notes: { left: number }): WrittenRow {
  const here = marks.get(number);
  const width = Math.max(cells.length, ...[...(here?.keys() ?? [])].map((column) => column + 1));
  return { number, cells: Array.from({ length: width }, (_, column) => written(cells[column], here?.get(column), notes)) };
}

function written(read: Cell | undefined, mark: Mark | undefined, notes: { left: number }): WrittenCell {
  const cell = read?.fault ? { text: read.text || NO_VALUE } : (read ?? { text: '' });
  if (!mark) return cell;
  const style = mark.wrong ? { style: 'marked' as const } : {};
  return notes.left-- > 0 ? { ...cell, ...style, note: mark.note } : { ...cell, ...style };
}
