import type { Cell } from '../../reader/cell.js';
import type { SheetName } from '../template.js';
import { guide } from './guide.js';
import { WAYS, type Way } from './ways.js';

/** The cells of a sheet's example row by column, typed as a spreadsheet would have them; columns without one are left out. */
export function exampleRow(sheet: SheetName): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [column, { way, example }] of Object.entries(guide[sheet].columns)) if (example !== '') cells.set(column, exampleCell(way, example));
  return cells;
}

function exampleCell(way: keyof typeof WAYS, text: string): Cell {
  const { typed }: Way = WAYS[way];
  if (typed === 'date') return { text, typed: { kind: 'date', date: text } };
  return typed === 'number' ? { text, typed: { kind: 'number', decimal: text, percentage: false } } : { text };
}
