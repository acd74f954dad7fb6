/** A cell as a test states it. */
export type StatedCell =
  | string
  | number
  | boolean
  | null
  /** A day, as ISO 8601. */
  | { readonly day: string }
  /** A part of one, shown as a percentage. */
  | { readonly percentage: number }
  /** A length of time in days, shown as hours and minutes. */
  | { readonly time: number }
  /** A formula with what it came to; without, if nobody worked it out. */
  | { readonly formula: string; readonly value?: string | number | boolean }
  | { readonly formula: string; readonly error: string }
  /** Words in several styles. */
  | { readonly runs: readonly string[] };

export interface StatedSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** The first row is 1; an empty one is blank. */
  readonly rows: readonly (readonly StatedCell[])[];
}

/** A spreadsheet file as a test states it. */
export interface StatedSpreadsheet {
  readonly sheets: readonly StatedSheet[];
  /** Days counted from 1904; ODS files have days as such. */
  readonly from1904?: boolean;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The first days after which spreadsheets count, less the one that 1900 has too many. */
export function serialOf(day: string, from1904: boolean): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse(from1904 ? '1904-01-01T00:00:00Z' : '1899-12-30T00:00:00Z')) / 86_400_000;
}
