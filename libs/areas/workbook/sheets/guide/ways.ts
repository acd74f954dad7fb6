import type { ColumnFormat } from '../../write-spreadsheet/written-workbook.js';

interface Way {
  /** What may be written, for the note of a heading; '' where the column's list of choices says it. */
  readonly write: string;
  /** Of the column, in characters, at least. */
  readonly width: number;
  readonly format?: ColumnFormat;
  /** What the cell of an example is typed as, where a text would not do. */
  readonly typed?: 'date' | 'number';
}

/** The ways in which columns are filled in. */
export const WAYS = {
  reference: { write: 'A short reference that you choose, up to 40 characters, for example from your own register. No two rows of this sheet may have the same.', width: 16, format: 'text' },
  'reference elsewhere': { write: 'The reference exactly as it stands there.', width: 16, format: 'text' },
  words: { write: 'In words, up to 300 characters.', width: 26, format: 'text' },
  sentences: { write: 'In words, several sentences where needed.', width: 48 },
  person: { write: 'An email address, or the reference that you use for the person. Always the same for the same person.', width: 30, format: 'text' },
  choice: { write: '', width: 16 },
  'yes or no': { write: 'yes or no.', width: 10 },
  date: { write: 'A date: 31/03/2026 (the day first), 2026-03-31 or 31 March 2026.', width: 14, format: 'date', typed: 'date' },
  number: { write: 'A number, with up to 6 decimal places: 1200, 1,200 or 0.25.', width: 13, typed: 'number' },
  'whole number': { write: 'A whole number.', width: 13, typed: 'number' },
  pounds: { write: 'Pounds and pence: £1,200, 1200 or 1200.50.', width: 15, typed: 'number' },
  'pounds for one': { write: 'Pounds, with up to 4 decimal places: 14800 or 21345.6789.', width: 15, typed: 'number' },
  percentage: { write: 'A percentage from 0 to 100: 12.5 or 12.5%. For less than 1 write the sign, as in 0.5%: a plain 0.5 could mean 50%, so you would be asked.', width: 13, typed: 'number' },
  list: { write: 'One or several, separated by semicolons.', width: 24, format: 'text' },
  'financial year': { write: 'A financial year, written 2025/26.', width: 14, format: 'text' },
} as const satisfies Readonly<Record<string, Way>>;

export type { Way };
