import type { RecordedEvent } from '#domain/kernel/event.js';
import type { DerivedTables } from './derived.js';
import type { Columns, RowOf, TableDefinition, Tables } from './table.js';

/** Turns a state into text and back, exactly: `decode(encode(state))` folds on as `state` would. */
export interface Codec<T> {
  encode(value: T): string;
  decode(text: string): T;
}

/** The codec of states that are plain JSON (no Map, no Set, no bigint, no undefined). */
export function jsonCodec<T>(): Codec<T> {
  return { encode: (value) => JSON.stringify(value), decode: (text) => JSON.parse(text) as T };
}

/** What the whole authority knows (closed years, providers) before and after an event; mostly one and the same. */
export interface SharedAround<Shared> {
  readonly before: Shared;
  readonly after: Shared;
}

type Sink<T> =
  T extends TableDefinition<infer C, infer Mode, infer Key>
    ? Mode extends 'insert'
      ? { insert(row: RowOf<C>): void }
      : Mode extends 'upsert'
        ? { put(row: RowOf<C>): void; remove(key: Pick<RowOf<C>, Key>): void }
        : { add(row: RowOf<C>): void }
    : never;

/** Where a fold states its rows, table by table: `rows.journal.insert({ … })`. A row is given away: change it no more. */
export type Rows<T extends Tables> = { readonly [Name in keyof T]: Sink<T[Name]> };

/** A row of one of a projection's tables. */
export type TableRow<T> = T extends TableDefinition<infer C extends Columns, infer _Mode, infer _Key> ? RowOf<C> : never;

/**
 * A read model as a fold over the ledgers of authorities, each by itself. All functions are pure, but for this: a fold
 * may change the state that it is given and answer the same object; the engine lets go of it when a flush fails.
 *
 * **What a stream's state may depend on.** Only on the events of that stream, in order: a state that left the cache is
 * made again from a stored one and the stream's later events, without the rest of the ledger. What comes from elsewhere
 * (a provider's type, a closed year) belongs into `shared`, and from there into rows, never into a state.
 */
export interface Projection<State = unknown, Shared = unknown, T extends Tables = Tables> {
  /** In lower case: `totals`. With the version it names the schema `totals_v1`. */
  readonly name: string;
  /** Counted up when rows or states change their meaning; each version has tables of its own. */
  readonly version: number;
  readonly tables: T;

  /** Tables that SQL makes from these. */
  readonly derived?: DerivedTables;

  /**
   * Statements, by name, that are run beside the flushes now and then and never within one, each again until it answers
   * no row: `$1` authority, `$2` the position reached. They read and write what nobody changes any more, so two at once
   * may cost work, by a key that is there already, and nothing else. The projection's schema is called `projection`.
   */
  readonly upkeep?: Readonly<Record<string, string>>;

  /** What the engine keeps for each stream (of a contract, say) whose events are folded on one another. */
  readonly state?: {
    /** Whether streams of this name have a state: `stream.startsWith('contract:')`. */
    of(stream: string): boolean;
    initial(stream: string): State;
  } & Codec<State>;

  /** What the engine keeps for the authority as a whole. */
  readonly shared?: {
    readonly initial: Shared;
    /** Every event of the ledger comes by here. Answers the same object where nothing changed, else a new one. */
    fold(shared: Shared, event: RecordedEvent): Shared;
  } & Codec<Shared>;

  /**
   * Set where no two streams write rows of one key, so that a rebuild may fold one stream after another. The streams
   * that have a state are those whose names begin with `prefix` (ASCII).
   */
  readonly byStream?: {
    readonly prefix: string;
    /** The types of event in such streams that `shared.fold` or `alsoConcerns` heeds. */
    readonly heeded: readonly string[];
    /** Whether folds of streams see no difference between two authority-wide states, though `alsoConcerns` might. */
    sameToStreams?(one: Shared, other: Shared): boolean;
  };

  /** An event of a stream that has a state: the state after it, and the rows that follow from it. */
  fold?(state: State, event: RecordedEvent, shared: SharedAround<Shared>, rows: Rows<T>): State;

  /** Other streams whose rows this event concerns (the contracts of a provider that changed its type). */
  alsoConcerns?(event: RecordedEvent, shared: SharedAround<Shared>): readonly string[];

  /** An event from elsewhere, seen from a stream that it concerns: rows only, the state stays as it is. */
  concerned?(state: State, stream: string, event: RecordedEvent, shared: SharedAround<Shared>, rows: Rows<T>): void;

  /** Rows of any event that need no stream's state; called before `fold`. */
  rows?(event: RecordedEvent, shared: SharedAround<Shared>, rows: Rows<T>): void;
}

/** A projection of which nothing but the engine's own dealings is known. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyProjection = Projection<any, any, any>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRows = Rows<any>;

/** Defines a projection; refuses names that cannot name a schema. */
export function defineProjection<State, Shared, const T extends Tables>(
  projection: Projection<State, Shared, T>,
): Projection<State, Shared, T> {
  for (const name of [projection.name, ...Object.keys(projection.tables), ...Object.keys(projection.derived ?? {})]) {
    if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`“${name}” cannot name a schema or table.`);
  }
  for (const [name, table] of Object.entries({ ...(projection.tables as unknown as Record<string, TableDefinition>), ...projection.derived })) {
    if (reserved.has(name)) throw new Error(`The engine keeps a table ${name} of its own in every projection.`);
    if ('authority' in table.columns) throw new Error(`The engine adds the authority to the rows of ${name} itself.`);
  }
  return projection;
}

const reserved = new Set(['checkpoint', 'parked', 'state']);

/** The schema of a projection's tables, for queries: `select … from totals_v1.journal`. */
export function projectionSchema(name: string, version: number): string {
  return `${name}_v${version}`;
}
