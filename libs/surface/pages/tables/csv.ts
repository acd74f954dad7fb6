import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** What spreadsheets would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Rows as a CSV file that spreadsheets open safely: UTF-8 with a byte order mark, CRLF, and an apostrophe before text
 * that would be run as a formula. Numbers, in text too, stay numbers; null is an empty cell.
 */
export function csvOf(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Buffer {
  const table = [header, ...rows].map((row) => row.map(safe));
  return Buffer.from(stringify(table, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }), 'utf8');
}

/** A cell as it was before it was guarded from being run as a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function safe(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
