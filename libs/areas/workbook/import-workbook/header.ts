import { type Cell, isBlank } from '../reader/cell.js';
import type { Sheet } from '../sheets/sheet.js';
import type { Problems } from './problems.js';

/** Where each column of a sheet stands in the file, 0 being the first. */
export interface Header {
  readonly places: ReadonlyMap<string, number>;
  /** Columns without a name. */
  readonly nameless: ReadonlySet<number>;
  readonly width: number;
}

/** A cell of a header as the name of a column: “Value GBP” is `value_gbp`. */
export function columnName(cell: Cell): string {
  return cell.text.trim().toLowerCase().replace(/[\s_]+/g, '_');
}

/**
 * Reads a header row. Capitals and spaces in place of `_` do not matter; the order does not either.
 * @returns undefined where rows cannot be read by it; what is wrong has been added to the problems
 */
export function readHeader(sheet: Sheet, row: number, cells: readonly Cell[], problems: Problems): Header | undefined {
  const places = new Map<string, number>();
  const nameless = new Set<number>();
  const known = Object.keys(sheet.columns);
  let readable = true;
  const wrong = (index: number, rule: string, fix: string): void => {
    const text = cells[index]!.text.trim();
    problems.add({ sheet: sheet.name, row, column: text, index }, text, rule, fix);
    readable = false;
  };
  cells.forEach((cell, index) => {
    if (isBlank(cell)) return void nameless.add(index);
    const name = columnName(cell);
    if (!known.includes(name)) wrong(index, `must be a column of the sheet ${sheet.name}`, `The columns are ${known.join(', ')}. Rename it or take it out.`);
    else if (places.has(name)) wrong(index, 'must not be named twice', 'Keep one of the two columns.');
    else places.set(name, index);
  });
  for (const [name, column] of Object.entries(sheet.columns)) {
    if (!column.required || places.has(name)) continue;
    problems.add({ sheet: sheet.name, row, column: name }, '', 'must be a column of this sheet', `Add the column ${name}; the first row holds the column names.`);
    readable = false;
  }
  return readable ? { places, nameless, width: cells.length } : undefined;
}
