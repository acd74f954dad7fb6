import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Cells, put, type Sheets } from './grid.js';

/** Types other texts into some cells of a copy, sheet by sheet, and saves it: as a person would, in place. */
export type CorrectCopy = (path: string, cells: Readonly<Record<string, Cells>>) => void;

/** In a folder of CSVs. */
export const correctFolder: CorrectCopy = (path, cells) => {
  for (const [sheet, typed] of Object.entries(cells)) {
    const file = join(path, `${sheet}.csv`);
    const rows = parse(readFileSync(file), { relax_column_count: true });
    const corrected: Sheets = put({ [sheet]: rows }, sheet, typed);
    writeFileSync(file, stringify([...corrected[sheet]!]));
  }
};
