import { stringify } from 'csv-stringify/sync';
import type { UploadedPart } from '#areas/workbook/index.js';

/** Sheets as a person sees them: rows of texts, the header first. */
export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Cells by their names in a spreadsheet (`F12`), and what stands in them. */
export type Cells = Readonly<Record<string, string>>;

/** The sheets with other texts in some cells; a cell beyond a row's end or below the last row makes room for itself. */
export function put(sheets: Sheets, sheet: string, cells: Cells): Sheets {
  const rows = (sheets[sheet] ?? []).map((row) => [...row]);
  for (const [name, text] of Object.entries(cells)) {
    const { row, column } = placeOf(name);
    while (rows.length < row) rows.push([]);
    const at = rows[row - 1]!;
    while (at.length <= column) at.push('');
    at[column] = text;
  }
  return { ...sheets, [sheet]: rows };
}

/** What stands in a cell; nothing beyond the end. */
export function textAt(sheets: Sheets, sheet: string, name: string): string {
  const { row, column } = placeOf(name);
  return sheets[sheet]?.[row - 1]?.[column] ?? '';
}

/** `B3` is row 3 and column 1. */
export function placeOf(name: string): { readonly row: number; readonly column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(name)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

/** The sheets as the CSVs of an upload, each row as wide as the widest. */
export function csvsOf(sheets: Sheets): UploadedPart[] {
  return Object.entries(sheets).map(([sheet, rows]) => {
    const width = Math.max(...rows.map(({ length }) => length));
    const even = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
    return { fileName: `${sheet}.csv`, bytes: Buffer.from(stringify(even)) };
  });
}
