import type { RowOf, Sheet } from '../sheet.js';
import type { WAYS } from './ways.js';

/** What a column is for, as its heading's note, the documentation and a page tell it. */
export interface ColumnGuide {
  /** In a sentence or two, with its full stop. */
  readonly meaning: string;
  /** How it is filled in; `ways.ts` says what may be written. */
  readonly way: keyof typeof WAYS;
  /** What an empty cell means, in a sentence, for a column that need not be filled; where nothing is said, it simply may be. */
  readonly empty?: string;
  /** The cell of the example row, as a person would type it: a date as 2026-03-31, a number in plain digits; '' for none. */
  readonly example: string;
}

/** What a sheet is for, and each of its columns. */
export interface SheetGuide<Column extends string = string> {
  /** For somebody who has never seen it. */
  readonly purpose: string;
  readonly columns: Readonly<Record<Column, ColumnGuide>>;
}

/** The guide to a sheet of the template: the compiler asks for every column. */
export type GuideTo<S> = S extends Sheet ? SheetGuide<keyof RowOf<S> & string> : never;

/** What the reference of an example row starts with; such a row is never imported. */
export const EXAMPLE = 'e.g. ';
