import { fileURLToPath } from 'node:url';
import { type CsvRow, readSheet } from './fenmarch.js';

const HOME = fileURLToPath(new URL('../../fixtures/golden', import.meta.url));

/** The rows of a council's published figures; a file without rows would make every comparison hold. */
export function published(council: 'rotherham' | 'oxfordshire' | 'flintshire' | 'essex-measures'): readonly CsvRow[] {
  const rows = readSheet(HOME, council);
  if (rows.length === 0) throw new Error(`There are no published figures in ${council}.csv.`);
  return rows;
}

/** A figure within a note: the number behind some words. */
export function figureIn(note: string | undefined, words: RegExp): number {
  const found = words.exec(note ?? '')?.[1];
  if (found === undefined) throw new Error(`“${note ?? ''}” holds no figure as ${String(words)}.`);
  return Number(found);
}

/** Whole pounds spread by weights, to the pound; the parts add to the whole. */
export function spread(pounds: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((pounds * weight) / all));
  const rest = pounds - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, index) => (index < rest ? part + 1 : part));
}
