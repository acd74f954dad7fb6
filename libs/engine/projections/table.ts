/** The types of column that a read model may have; a `?` behind the type allows null. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'jsonb';
export type Column = ColumnType | `${ColumnType}?`;
export type Columns = Readonly<Record<string, Column>>;

/** What a fold gives for a column. `numeric`, `jsonb`, dates and instants are given as text. */
interface ColumnValue {
  text: string;
  integer: number;
  bigint: number | bigint;
  numeric: string;
  boolean: boolean;
  date: string;
  timestamptz: string;
  jsonb: string;
}

type ValueOf<C extends Column> = C extends `${infer T extends ColumnType}?`
  ? ColumnValue[T] | null
  : C extends ColumnType
    ? ColumnValue[C]
    : never;

/** A row as a fold states it. It has no authority: the engine adds the one whose ledger is being folded. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> };

/**
 * How rows meet those that stand already under their key.
 * - `insert`: they never do; rows are only added (a journal)
 * - `upsert`: the later row replaces the earlier, or removes it
 * - `add`: the columns named in `adds` are increments, the others are replaced
 */
export type TableMode = 'insert' | 'upsert' | 'add';

/** A table of a read model. Its key starts with `authority text collate "C"`, which is not among `columns`. */
export interface TableDefinition<
  C extends Columns = Columns,
  Mode extends TableMode = TableMode,
  Key extends keyof C & string = keyof C & string,
> {
  readonly mode: Mode;
  /** The columns that identify a row within its authority. */
  readonly key: readonly Key[];
  readonly columns: C;
  /** For mode `add`: the columns of type `integer` or `bigint` whose values are increments. */
  readonly adds: readonly (keyof C & string)[];
  /** `create table NAME (…)`, unqualified, with the primary key (authority, …key). */
  readonly ddl: string;
  /** Further indexes, each a statement (`create index if not exists …`); a rebuild makes them once the rows are in, before anything is derived. */
  readonly indexes: readonly string[];
}

/** The tables of a read model by name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Tables = Readonly<Record<string, TableDefinition<any, TableMode, any>>>;

type Numbers<C extends Columns> = {
  [K in keyof C]: C[K] extends 'integer' | 'bigint' ? K : never;
}[keyof C] &
  string;

/** Defines a table whose rows are only ever added. */
export function insertTable<const C extends Columns, const Key extends keyof C & string>(table: {
  readonly key: readonly Key[];
  readonly columns: C;
  readonly ddl: string;
  readonly indexes?: readonly string[];
}): TableDefinition<C, 'insert', Key> {
  return { indexes: [], ...table, mode: 'insert', adds: [] };
}

/** Defines a table that holds the latest row of each key. */
export function upsertTable<const C extends Columns, const Key extends keyof C & string>(table: {
  readonly key: readonly Key[];
  readonly columns: C;
  readonly ddl: string;
  readonly indexes?: readonly string[];
}): TableDefinition<C, 'upsert', Key> {
  return { indexes: [], ...table, mode: 'upsert', adds: [] };
}

/** Defines a table whose `adds` columns accumulate what folds add to each key. */
export function addTable<const C extends Columns, const Key extends keyof C & string>(table: {
  readonly key: readonly Key[];
  readonly columns: C;
  readonly adds: readonly Exclude<Numbers<C>, Key>[];
  readonly ddl: string;
  readonly indexes?: readonly string[];
}): TableDefinition<C, 'add', Key> {
  return { indexes: [], ...table, mode: 'add' };
}
