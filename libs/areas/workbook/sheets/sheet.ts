import type { CellFault } from '../cells/cell-fault.js';
import type { Column } from '../cells/column.js';

export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C> = C extends { readonly read: (cell: never) => infer Read; readonly blank: infer Blank } ? Exclude<Read, CellFault> | Blank : never;

/** A row's values by column, every cell having been taken. */
export type ValuesOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> };

/** Something wrong with a row that no cell shows by itself. */
export interface RowFault<Name extends string = string> {
  readonly column: Name;
  readonly rule: string;
  readonly fix: string;
}

/** A sheet of the template: its columns in the order of the template, and what a row is known by. */
export interface Sheet<Name extends string = string, Values extends object = object> {
  readonly name: Name;
  readonly columns: Columns;
  /** The columns that make up a row's identity within its sheet and authority. */
  readonly identity: readonly string[];
  /** Columns that by themselves never make a row a changed one. */
  readonly passing: readonly string[];
  /**
   * Columns that a filled template prepares: a row that fills no others says nothing yet, and is passed over. None where
   * no row is prepared.
   */
  readonly prepared: readonly string[];
  /** What the filled columns ask of one another. */
  check(row: Values): readonly RowFault[];
}

/** Defines a sheet, once; the type of its rows follows. */
export function defineSheet<const Name extends string, C extends Columns>(
  name: Name,
  columns: C,
  identity: readonly (keyof C & string)[],
  more: { check?: (row: ValuesOf<C>) => readonly RowFault<keyof C & string>[]; passing?: readonly (keyof C & string)[]; prepared?: readonly (keyof C & string)[] } = {},
): Sheet<Name, ValuesOf<C>> {
  return { name, columns, identity, passing: [], prepared: [], check: () => [], ...more };
}

/** The rows of a sheet, as a type. */
export type RowOf<S> = S extends Sheet<string, infer Values> ? Values : never;
