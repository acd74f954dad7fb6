import { shown } from '#domain/kernel/refusal.js';
import { printable } from '../cells/storable.js';
import type { WorkbookProblem } from './import-answer.js';

/** A place in a workbook: a cell, a row (`column` empty), a sheet (`row` null), or the whole file (`sheet` empty). */
export interface Place {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string;
  /** Where the column stands in the file, 0 being the first; undefined where the file has no such column. */
  readonly index?: number | undefined;
}

interface Found {
  readonly problem: Omit<WorkbookProblem, 'cells'>;
  readonly cells: Set<string>;
}

/** Gathers what is found: identical things once, with all their cells. */
export class Problems {
  private readonly byText = new Map<string, Found>();

  add(place: Place, value: string, rule: string, fix: string): void {
    const found = shown(printable(value));
    const key = JSON.stringify([place.sheet, place.column, found, rule, fix]);
    let entry = this.byText.get(key);
    if (!entry) {
      const problem = { sheet: place.sheet, row: place.row, column: printable(place.column), value: found, rule, fix };
      this.byText.set(key, (entry = { problem, cells: new Set() }));
    }
    const cell = cellName(place);
    if (cell !== undefined) entry.cells.add(cell);
  }

  /** What was found so far, to add more to. */
  copy(): Problems {
    const copy = new Problems();
    for (const [key, { problem, cells }] of this.byText) copy.byText.set(key, { problem, cells: new Set(cells) });
    return copy;
  }

  get none(): boolean {
    return this.byText.size === 0;
  }

  /** Sheet by sheet in the order given (others first), row by row. */
  list(sheets: readonly string[]): WorkbookProblem[] {
    const rank = (one: WorkbookProblem): number => sheets.indexOf(one.sheet);
    return [...this.byText.values()]
      .map(({ problem, cells }) => ({ ...problem, cells: [...cells] }))
      .sort((a, b) => rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0));
  }
}

/** A cell as spreadsheets name it; its row (`12:12`) where the file has no such column; undefined where a whole sheet is meant. */
export function cellName({ row, index }: Place): string | undefined {
  if (row === null) return undefined;
  return index === undefined ? `${row}:${row}` : `${letters(index)}${row}`;
}

/** A column as spreadsheets name it: 0 is A, 26 is AA. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
