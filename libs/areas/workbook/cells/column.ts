import type { Cell } from '../reader/cell.js';
import type { CellFault } from './cell-fault.js';

/** How a cell that is not blank is read: its value, or why it cannot be taken. */
export interface ReadCell<Value> {
  (cell: Cell): Value | CellFault;
  /** The few words that it takes, where it takes no others. */
  readonly choices?: readonly string[];
}

/** A column of a sheet. */
export interface Column<Value = unknown> {
  readonly read: ReadCell<Value>;
  /** Must be filled in every row. */
  readonly required: boolean;
  /** What a blank cell means. */
  readonly blank: Value | null;
  /** Holds words about people, of which the record of imported rows keeps only a digest. */
  readonly erasable: boolean;
  /** Holds a person's email or reference, in place of which an opaque id is kept. */
  readonly person: boolean;
}

const plain = { erasable: false, person: false };

/** A column that must be filled in every row. */
export function required<Value>(read: ReadCell<Value>): Column<Value> & { readonly blank: Value } {
  return { read, required: true, blank: null as unknown as Value, ...plain };
}

/** A column that may be left blank; a blank is null unless said otherwise. */
export function optional<Value>(read: ReadCell<Value>): Column<Value> & { readonly blank: null };
export function optional<Value>(read: ReadCell<Value>, blank: Value): Column<Value> & { readonly blank: Value };
export function optional<Value>(read: ReadCell<Value>, blank: Value | null = null): Column<Value> {
  return { read, required: false, blank, ...plain };
}

/** The same column, holding words about people. */
export function erasable<C extends Column>(column: C): C {
  return { ...column, erasable: true };
}

/** The same column, holding a person's email or reference. */
export function naming<C extends Column>(column: C): C {
  return { ...column, person: true };
}
