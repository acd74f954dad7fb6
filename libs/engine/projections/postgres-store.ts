import type { Database, Transaction } from '#engine/database/database.js';
import { derivationsOf, onSchema } from './derived.js';
import { copyRows } from './copy-rows.js';
import type { AnyProjection } from './projection.js';
import { makeTables, tablesOf } from './projection-tables.js';
import type { TableChange } from './row-changes.js';
import { columnArrays, rowStatements, type RowStatements } from './row-statements.js';
import { statementsOn, type Statements } from './statements.js';
import type { Flush, Parked, ProjectionStore, Standing, StoredState } from './store.js';

interface StandingRow {
  readonly position: number;
  readonly shared: string | null;
  readonly parked_position: number | null;
  readonly event_type: string;
  readonly error: string;
  readonly since: string;
}

/** As many new rows as are better copied than inserted. */
const WORTH_COPYING = 500;
/** A flush in so many removes the checkpoints before it. */
const PRUNE_EVERY = 64;
/** SQLSTATE. */
const UNIQUE_VIOLATION = '23505';

/** A projection's tables in PostgreSQL, in a schema of their own that the projector's role owns. */
export class PostgresStore implements ProjectionStore {
  readonly #statements: Statements;
  readonly #tables: ReadonlyMap<string, RowStatements>;
  #flushes = 0;

  constructor(
    private readonly database: Database,
    private readonly projection: AnyProjection,
    readonly schema: string,
  ) {
    this.#statements = statementsOn(schema);
    this.#tables = new Map(tablesOf(projection).map(([name, table]) => [name, rowStatements(schema, name, table)]));
  }

  prepare(): Promise<void> {
    return makeTables(this.database, this.schema, this.projection);
  }

  async standing(authority: string): Promise<Standing> {
    const [row] = await this.#asProjector<StandingRow>('standing', [authority]);
    if (row === undefined) return { position: 0, shared: undefined, parked: undefined };
    const { parked_position: position, event_type: eventType, error, since } = row;
    const parked = position === null ? undefined : { authority, position, eventType, error, since };
    return { position: row.position, shared: row.shared ?? undefined, parked };
  }

  states(authority: string, streams: readonly string[]): Promise<readonly StoredState[]> {
    return this.#asProjector<StoredState>('states', [authority, streams]);
  }

  async flush(flush: Flush): Promise<boolean> {
    return this.database.as('svl_projector', async (tx) => {
      const { authority, from, to } = flush;
      const moved = await tx.query(this.#named('moveCheckpoint'), [authority, from, to]);
      if (moved.length === 0) return false;
      for (const change of flush.changes) await this.#write(tx, authority, change);
      await this.derive(tx, authority, from, to);
      await this.#keep(tx, authority, withShared(flush));
      this.#flushes += 1;
      if (this.#flushes % PRUNE_EVERY === 0) await tx.query(this.#named('pruneCheckpoints'), [authority, from]);
      return true;
    });
  }

  /**
   * Makes the rows of derived tables for the blocks that the positions after `from`, up to `to`, complete. A flush does
   * so by itself; whoever writes rows in bulk calls it afterwards, for ranges that follow one another from 0.
   */
  async derive(tx: Transaction, authority: string, from: number, to: number): Promise<void> {
    const derivations = derivationsOf(this.schema, this.projection.derived ?? {}, from, to);
    // a range is found by its key; of tables that were analysed while they were empty, or never, nothing else is known
    if (derivations.length > 0) await tx.query('set local enable_seqscan = off');
    for (const derivation of derivations) {
      const statement = { name: `${this.schema}.${derivation.table}=`, text: derivation.text };
      await tx.query(statement, [authority, derivation.from, derivation.to, derivation.every]);
    }
  }

  async upkeep(authority: string, position: number): Promise<boolean> {
    let done = false;
    for (const statement of Object.values(this.projection.upkeep ?? {})) {
      const step = this.database.as('svl_projector', (tx) => tx.query(onSchema(this.schema, statement), [authority, position]));
      const made = await step.then((rows) => rows.length > 0, madeByAnother);
      done ||= made;
    }
    return done;
  }

  async keepStates(authority: string, states: readonly StoredState[]): Promise<void> {
    await this.database.as('svl_projector', (tx) => this.#keep(tx, authority, states));
  }

  async positions(authorities: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#asReader<{ authority: string; position: number }>('positions', authorities);
    return new Map(rows.map(({ authority, position }) => [authority, position]));
  }

  async park(parked: Parked): Promise<void> {
    const { authority, position, eventType, error, since } = parked;
    await this.#asProjector('park', [authority, position, eventType, error, since]);
  }

  async release(authority: string): Promise<boolean> {
    return (await this.#asProjector('release', [authority])).length > 0;
  }

  parked(authorities: readonly string[]): Promise<readonly Parked[]> {
    return this.#asReader<Parked>('parked', authorities);
  }

  async #write(tx: Transaction, authority: string, change: TableChange): Promise<void> {
    const { name, definition, rows, removed } = change;
    const statements = this.#tables.get(name);
    if (statements === undefined) throw new Error(`${this.schema} has no table ${name}.`);
    if (removed.length > 0) {
      const values = columnArrays(definition, definition.key, removed);
      await tx.query({ name: `${this.schema}.${name}-`, text: statements.remove }, [authority, ...values]);
    }
    if (rows.length === 0) return;
    const columns = Object.keys(definition.columns);
    if (definition.mode === 'insert' && rows.length >= WORTH_COPYING) {
      await copyRows(tx, statements.copy, authority, columns, rows);
    } else {
      const values = columnArrays(definition, columns, rows);
      await tx.query({ name: `${this.schema}.${name}+`, text: statements.write }, [authority, ...values]);
    }
  }

  async #keep(tx: Transaction, authority: string, states: readonly StoredState[]): Promise<void> {
    if (states.length === 0) return;
    const sorted = [...states].sort((a, b) => (a.stream < b.stream ? -1 : 1));
    const column = <K extends keyof StoredState>(key: K): StoredState[K][] => sorted.map((state) => state[key]);
    const values = [column('stream'), column('version'), column('position'), column('text')];
    await tx.query(this.#named('keepStates'), [authority, ...values]);
  }

  #asProjector<R extends object>(statement: keyof Statements, values: readonly unknown[]): Promise<R[]> {
    return this.database.as('svl_projector', (tx) => tx.query<R>(this.#named(statement), values));
  }

  #asReader<R extends object>(statement: keyof Statements, authorities: readonly string[]): Promise<R[]> {
    return this.database.read(authorities, (tx) => tx.query<R>(this.#named(statement), [authorities]));
  }

  #named(statement: keyof Statements): { name: string; text: string } {
    return { name: `${this.schema}:${statement}`, text: this.#statements[statement] };
  }
}

/** Of two who make the same at once, one fails on its key, and leaves what else is due to the other. */
function madeByAnother(failure: unknown): false {
  if ((failure as { readonly code?: unknown }).code === UNIQUE_VIOLATION) return false;
  throw failure;
}

/** The authority-wide state is kept as the state of a stream without a name. */
function withShared({ states, shared, to }: Flush): readonly StoredState[] {
  return shared === undefined ? states : [...states, { stream: '', version: to, position: to, text: shared }];
}
