import type { Cell } from '../../reader/cell.js';
import { WAYS, type Way } from './ways.js';

/** A text as the cell of a spreadsheet: typed as its column is filled in. A date is 2026-03-31, a number in plain digits. */
export function typedAs(way: keyof typeof WAYS, text: string): Cell {
  const { typed }: Way = WAYS[way];
  if (typed === 'date') return { text, typed: { kind: 'date', date: text } };
  return typed === 'number' ? { text, typed: { kind: 'number', decimal: text, percentage: false } } : { text };
}
