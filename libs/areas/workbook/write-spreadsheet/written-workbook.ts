import type { Cell } from '../reader/cell.js';

/** How a cell looks; a short list, so that every file of ours looks the same. `looks.ts` says what each is. */
export type CellStyle = 'plain' | 'title' | 'heading' | 'required heading' | 'words' | 'example' | 'given' | 'marked' | 'link';

/** A cell elsewhere in the same workbook: a sheet by its name here, a cell as spreadsheets name it (`B7`). */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/**
 * A cell to be written. Like a cell that was read, it is a text, or what it is typed as; so what a reader read can be
 * written as it stands. A text of '' is a blank cell.
 */
export interface WrittenCell extends Cell {
  readonly style?: CellStyle;
  /** A note that opens when the cell is pointed at. */
  readonly note?: string;
  /** Where a click leads. */
  readonly link?: CellPlace;
}

export interface WrittenRow {
  /** As spreadsheets count them, from 1; without it, the one after the last. Rows come in rising order. */
  readonly number?: number;
  readonly cells: readonly (WrittenCell | undefined)[];
}

/** What the cells of a column are formatted as while they are blank, so that what people type stays what they typed. */
export type ColumnFormat = 'text' | 'date';

export interface WrittenColumn {
  /** In characters. */
  readonly width: number;
  readonly format?: ColumnFormat;
  readonly hidden?: boolean;
}

/** Values to choose from, offered in some rows of a column; another value can be typed after a warning. */
export interface DropDown {
  /** Where the column stands, 0 being the first. */
  readonly column: number;
  /** As spreadsheets count them, both counted. */
  readonly rows: readonly [first: number, last: number];
  /** The values, or the cells of another sheet's column that hold them. */
  readonly choices: readonly string[] | { readonly sheet: string; readonly column: number; readonly rows: readonly [first: number, last: number] };
}

export interface WrittenSheet {
  /** Up to 31 characters, without []:*?/\ — what does not fit is made to fit. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  /** How many rows at the top stay in sight. */
  readonly frozenRows?: number;
  /** Asked for once, one after the other: a large sheet need never be whole in memory. */
  readonly rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>;
  readonly dropDowns?: readonly DropDown[];
}

/** A workbook to be written. `write-spreadsheet.conformance.ts` says what each writer keeps. */
export interface WrittenWorkbook {
  readonly title: string;
  readonly sheets: readonly WrittenSheet[];
}
