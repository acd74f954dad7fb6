import type { Cell } from '../../reader/cell.js';
import type { SheetName } from '../template.js';
import { guide } from './guide.js';
import { typedAs } from './typed-as.js';

/** The cells of a sheet's example row by column, typed as a spreadsheet would have them; columns without one are left out. */
export function exampleRow(sheet: SheetName): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [column, { way, example }] of Object.entries(guide[sheet].columns)) if (example !== '') cells.set(column, typedAs(way, example));
  return cells;
}
