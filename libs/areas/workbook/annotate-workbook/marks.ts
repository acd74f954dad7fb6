import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { firstCell } from './findings.js';
import { placeOfCell } from './place-of-cell.js';

/** What is said of a cell, and whether something is wrong with it. */
export interface Mark {
  readonly wrong: boolean;
  readonly note: string;
}

/** The marks of a sheet: by row as a spreadsheet counts them, then by column, 0 being the first. */
export type SheetMarks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

/** What is to be said at which cells, sheet by sheet. What is about a whole sheet is said at its first cell. */
export function marksOf({ problems, warnings }: Pick<ImportAnswer, 'problems' | 'warnings'>): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, Map<number, Map<number, Mark>>>();
  const add = (sheet: string, cell: string, wrong: boolean, words: string): void => {
    const { row, column } = placeOfCell(firstCell(cell));
    const rows = entry(sheets, sheet, () => new Map<number, Map<number, Mark>>());
    const columns = entry(rows, row, () => new Map<number, Mark>());
    const earlier = columns.get(column);
    columns.set(column, { wrong: wrong || (earlier?.wrong ?? false), note: earlier ? `${earlier.note}\n\n${words}` : words });
  };
  for (const { sheet, column, rule, fix, cells } of problems) {
    const words = `${column === '' ? '' : `${column} `}${rule}.\n${fix}`;
    for (const cell of cells.length === 0 ? ['A1'] : cells) add(sheet, cell, true, words);
  }
  for (const { sheet, rule, fix, cells } of warnings) {
    for (const cell of cells) add(sheet, cell, false, `Worth a look: it ${rule}.\n${fix}`);
  }
  return sheets;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
