import type { TableDefinition, Tables } from './table.js';
import type { Rows } from './projection.js';

/** A row without its authority, as the engine handles it: by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** What a flush does to one table: removals first, then the rows, one of each key (but for mode `insert`). */
export interface TableChange {
  readonly name: string;
  readonly definition: TableDefinition;
  readonly rows: readonly Row[];
  /** The keys of rows that go; only in mode `upsert`. */
  readonly removed: readonly Row[];
}

/**
 * Gathers what folds state about the rows of a projection's tables, and merges it by key, so that a flush writes each
 * row once however often its batch changed it.
 */
export class RowChanges<T extends Tables> {
  /** What folds write to. */
  readonly rows: Rows<T>;
  readonly #gathered: readonly Gathered[];

  constructor(tables: T) {
    const gathered = Object.entries(tables as unknown as Record<string, TableDefinition>).map(([name, definition]) =>
      definition.mode === 'insert'
        ? new Inserted(name, definition)
        : definition.mode === 'upsert'
          ? new Upserted(name, definition)
          : new Added(name, definition),
    );
    this.#gathered = gathered;
    this.rows = Object.fromEntries(gathered.map((table) => [table.name, table])) as unknown as Rows<T>;
  }

  /** How many rows the changes hold. */
  get size(): number {
    let size = 0;
    for (const table of this.#gathered) size += table.size;
    return size;
  }

  /** The changes so far, of tables that have any; begins anew. */
  take(): readonly TableChange[] {
    return this.#gathered.filter((table) => table.size > 0).map((table) => table.take());
  }
}

interface Gathered {
  readonly name: string;
  readonly size: number;
  take(): TableChange;
}

class Inserted implements Gathered {
  #rows: Row[] = [];

  constructor(
    readonly name: string,
    readonly definition: TableDefinition,
  ) {}

  get size(): number {
    return this.#rows.length;
  }

  insert(row: Row): void {
    this.#rows.push(row);
  }

  take(): TableChange {
    const rows = this.#rows;
    this.#rows = [];
    return { name: this.name, definition: this.definition, rows, removed: [] };
  }
}

class Upserted implements Gathered {
  #byKey = new Map<string, { readonly row: Row; readonly removed: boolean }>();
  readonly #key: (row: Row) => string;

  constructor(
    readonly name: string,
    readonly definition: TableDefinition,
  ) {
    this.#key = keyOf(definition);
  }

  get size(): number {
    return this.#byKey.size;
  }

  put(row: Row): void {
    this.#byKey.set(this.#key(row), { row, removed: false });
  }

  remove(key: Row): void {
    this.#byKey.set(this.#key(key), { row: key, removed: true });
  }

  take(): TableChange {
    const rows: Row[] = [];
    const removed: Row[] = [];
    for (const change of this.#byKey.values()) (change.removed ? removed : rows).push(change.row);
    this.#byKey = new Map();
    return { name: this.name, definition: this.definition, rows, removed };
  }
}

class Added implements Gathered {
  #byKey = new Map<string, Row>();
  readonly #key: (row: Row) => string;

  constructor(
    readonly name: string,
    readonly definition: TableDefinition,
  ) {
    this.#key = keyOf(definition);
  }

  get size(): number {
    return this.#byKey.size;
  }

  add(row: Row): void {
    const key = this.#key(row);
    const before = this.#byKey.get(key);
    this.#byKey.set(key, before === undefined ? row : addRow(this.definition, before, row));
  }

  take(): TableChange {
    const rows = [...this.#byKey.values()];
    this.#byKey = new Map();
    return { name: this.name, definition: this.definition, rows, removed: [] };
  }
}

/** Adds the earlier row's increments to the later one, which is changed and answered. */
export function addRow(definition: TableDefinition, before: Row, later: Row): Row {
  const sum = later as Record<string, unknown>;
  for (const column of definition.adds) sum[column] = plus(before[column], later[column]);
  return sum;
}

function plus(a: unknown, b: unknown): unknown {
  if (b === 0n || b === 0) return a;
  if (a === 0n || a === 0) return b;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  return BigInt(a as number) + BigInt(b as number);
}

/** A function that answers a row's key as one text. */
export function keyOf(definition: TableDefinition): (row: Row) => string {
  const columns: readonly string[] = definition.key;
  const only = columns[0];
  if (columns.length === 1 && only !== undefined) return (row) => String(row[only]);
  return (row) => {
    let key = '';
    // NUL is refused at the boundary, so no value can hold the separator
    for (const column of columns) key += `${String(row[column])}\u0000`;
    return key;
  };
}
