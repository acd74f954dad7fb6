import { addRow, keyOf, type Row, type TableChange } from './row-changes.js';
import { LockTable, MemoryLocks } from './memory-locks.js';
import { MemoryVersions } from './memory-versions.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import type { Flush, Parked, ProjectionStore, ProjectionStores, ShadowStore, Standing, StoredState } from './store.js';
import type { TableDefinition } from './table.js';

/** All that is kept for one authority. */
class Shelf {
  position = 0;
  shared: string | undefined;
  parked: Parked | undefined;
  readonly states = new Map<string, StoredState>();
  readonly tables = new Map<string, Map<string, Row>>();

  table(name: string): Map<string, Row> {
    let table = this.tables.get(name);
    if (table === undefined) this.tables.set(name, (table = new Map()));
    return table;
  }
}

/** The in-memory twin of `PostgresStore`. */
export class MemoryStore implements ProjectionStore {
  #shelves = new Map<string, Shelf>();
  /** Until it settles, no flush begins. */
  #held: Promise<void> = Promise.resolve();

  constructor(private readonly prepared: () => void = () => undefined) {}

  prepare(): Promise<void> {
    this.prepared();
    return Promise.resolve();
  }

  standing(authority: string): Promise<Standing> {
    const { position, shared, parked } = this.#shelf(authority);
    return Promise.resolve({ position, shared, parked });
  }

  states(authority: string, streams: readonly string[]): Promise<readonly StoredState[]> {
    const { states } = this.#shelf(authority);
    return Promise.resolve(streams.map((stream) => states.get(stream)).filter((state) => state !== undefined));
  }

  async flush(flush: Flush): Promise<boolean> {
    await this.#held;
    const shelf = this.#shelf(flush.authority);
    if (shelf.position !== flush.from) return false;
    // checked before anything is written, so that a refused flush leaves nothing
    flush.changes.forEach((change) => refuseDoubles(change, shelf.table(change.name)));
    flush.changes.forEach((change) => apply(change, shelf.table(change.name)));
    this.#keep(shelf, flush.states);
    shelf.shared = flush.shared ?? shelf.shared;
    shelf.position = flush.to;
    return true;
  }

  keepStates(authority: string, states: readonly StoredState[]): Promise<void> {
    this.#keep(this.#shelf(authority), states);
    return Promise.resolve();
  }

  /** What upkeep makes, nobody reads in memory. */
  upkeep(): Promise<boolean> {
    return Promise.resolve(false);
  }

  positions(authorities: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const begun = authorities.map((authority) => [authority, this.#shelf(authority).position] as const);
    return Promise.resolve(new Map(begun.filter(([, position]) => position > 0)));
  }

  park(parked: Parked): Promise<void> {
    this.#shelf(parked.authority).parked ??= parked;
    return Promise.resolve();
  }

  release(authority: string): Promise<boolean> {
    const shelf = this.#shelf(authority);
    const wasParked = shelf.parked !== undefined;
    shelf.parked = undefined;
    return Promise.resolve(wasParked);
  }

  parked(authorities: readonly string[]): Promise<readonly Parked[]> {
    return Promise.resolve(
      authorities.map((authority) => this.#shelf(authority).parked).filter((parked) => parked !== undefined),
    );
  }

  /** The rows of a table, in the order in which their keys first came. */
  rows(table: string, authority: string): readonly Row[] {
    return [...this.#shelf(authority).table(table).values()];
  }

  /** Takes over all that another store holds, once `lastEvents` are in there; no flush begins meanwhile. */
  async become(other: MemoryStore, lastEvents: () => Promise<void>): Promise<void> {
    let letGo: () => void = () => undefined;
    this.#held = new Promise((resolve) => (letGo = resolve));
    try {
      await lastEvents();
      this.#shelves = other.#shelves;
    } finally {
      letGo();
    }
  }

  #shelf(authority: string): Shelf {
    let shelf = this.#shelves.get(authority);
    if (shelf === undefined) this.#shelves.set(authority, (shelf = new Shelf()));
    return shelf;
  }

  #keep(shelf: Shelf, states: readonly StoredState[]): void {
    for (const state of states) {
      const kept = shelf.states.get(state.stream);
      if (kept === undefined || kept.version < state.version) shelf.states.set(state.stream, state);
    }
  }
}

/** The stores of all projections, in memory. */
export class MemoryStores implements ProjectionStores {
  readonly #stores = new Map<string, MemoryStore>();
  readonly #readable = new Set<string>();
  readonly #locks = new LockTable();
  readonly versions = new MemoryVersions(this.#readable, this.#locks, (schema) => this.#stores.delete(schema));

  of(projection: AnyProjection): MemoryStore {
    const name = projectionSchema(projection.name, projection.version);
    let store = this.#stores.get(name);
    if (store === undefined) this.#stores.set(name, (store = new MemoryStore(() => this.#readable.add(name))));
    return store;
  }

  /** There is one process. */
  endStalled(): Promise<void> {
    return Promise.resolve();
  }

  locks(): MemoryLocks {
    return new MemoryLocks(this.#locks);
  }

  shadow(projection: AnyProjection): Promise<ShadowStore> {
    const store = new MemoryStore();
    const live = this.of(projection);
    const replaces = this.#readable.has(projectionSchema(projection.name, projection.version)) ? live : undefined;
    return Promise.resolve({
      store,
      replaces,
      takeOver: async (lastEvents) => {
        await live.become(store, lastEvents);
        await live.prepare();
      },
      check: () => Promise.resolve(),
      discard: () => Promise.resolve(),
    });
  }
}

function refuseDoubles(change: TableChange, table: Map<string, Row>): void {
  if (change.definition.mode !== 'insert') return;
  const key = keyOf(change.definition);
  const seen = new Set<string>();
  for (const row of change.rows) {
    const its = key(row);
    if (seen.has(its) || table.has(its)) throw new DoubleRow(change.name, change.definition, row);
    seen.add(its);
  }
}

function apply(change: TableChange, table: Map<string, Row>): void {
  const key = keyOf(change.definition);
  for (const row of change.removed) table.delete(key(row));
  for (const row of change.rows) {
    const before = change.definition.mode === 'add' ? table.get(key(row)) : undefined;
    table.set(key(row), before === undefined ? row : addRow(change.definition, before, { ...row }));
  }
}

/** A table to which rows are only added has this row already. */
class DoubleRow extends Error {
  constructor(name: string, definition: TableDefinition, row: Row) {
    const key = definition.key.map((column) => `${column} ${String(row[column])}`).join(', ');
    super(`The table ${name} has a row with ${key} already.`);
  }
}
