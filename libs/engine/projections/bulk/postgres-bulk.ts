import type { Database } from '#engine/database/database.js';
import { copyRows } from '../copy-rows.js';
import { Moved } from '../failures.js';
import type { PostgresStore } from '../postgres-store.js';
import type { AnyProjection } from '../projection.js';
import { everyTableOf, makeIndexes, tablesOf } from '../projection-tables.js';
import type { TableChange } from '../row-changes.js';
import { rowStatements } from '../row-statements.js';
import { statementsOn, type Statements } from '../statements.js';
import type { StoredState } from '../store.js';
import type { BulkStore } from './bulk-store.js';

/** Positions that rows are derived for at once. */
const SLICE = 1 << 18;
/** Memory for sorting while keys are made, in megabytes of the server's. */
const SORTING_MB = 256;

/** Fills a schema of bare tables by COPY, then makes its keys. */
export class PostgresBulk implements BulkStore {
  private readonly schema: string;
  readonly #statements: Statements;
  readonly #finished = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly projection: AnyProjection,
    private readonly store: PostgresStore,
  ) {
    this.schema = store.schema;
    this.#statements = statementsOn(store.schema);
  }

  async begin(): Promise<void> {
    await this.database.as('svl_projector', async (tx) => {
      for (const [name] of tablesOf(this.projection)) {
        await tx.query(`alter table "${this.schema}"."${name}" drop constraint "${name}_pkey"`);
        // nothing dies here, and nobody plans yet
        await tx.query(`alter table "${this.schema}"."${name}" set (autovacuum_enabled = off)`);
      }
    });
  }

  async write(authority: string, changes: readonly TableChange[], states: readonly StoredState[]): Promise<void> {
    await this.database.as('svl_projector', async (tx) => {
      for (const { name, definition, rows } of changes) {
        const { copy } = rowStatements(this.schema, name, definition);
        if (rows.length > 0) await copyRows(tx, copy, authority, Object.keys(definition.columns), rows);
      }
      if (states.length === 0) return;
      const column = <K extends keyof StoredState>(key: K): StoredState[K][] => states.map((state) => state[key]);
      await tx.query(this.#statements.keepStates, [authority, column('stream'), column('version'), column('position'), column('text')]);
    });
  }

  async finish(authority: string, position: number, shared: string | undefined): Promise<void> {
    await this.database.as('svl_projector', async (tx) => {
      const moved = await tx.query(this.#statements.moveCheckpoint, [authority, 0, position]);
      if (moved.length !== 1) throw new Moved(`Somebody else has folded ${authority} into ${this.schema}, which was to be built by one alone.`);
      if (shared !== undefined) await tx.query(this.#statements.keepStates, [authority, [''], [position], [position], [shared]]);
    });
    this.#finished.set(authority, position);
  }

  async end(): Promise<void> {
    await this.database.as('svl_projector', async (tx) => {
      await tx.query(`set local maintenance_work_mem = '${SORTING_MB}MB'`);
      for (const [name, { key }] of tablesOf(this.projection)) {
        const columns = ['authority', ...(key as readonly string[])].map((column) => `"${column}"`);
        await tx.query(`alter table "${this.schema}"."${name}" add primary key (${columns.join(', ')})`);
        await tx.query(`alter table "${this.schema}"."${name}" reset (autovacuum_enabled)`);
      }
      // what is derived looks things up by them
      await makeIndexes(tx, this.schema, this.projection);
    });
    // what is derived reads the tables: its plans need to know them
    await this.database.as('svl_projector', async (tx) => {
      for (const [name] of everyTableOf(this.projection)) await tx.query(`analyze "${this.schema}"."${name}"`);
    });
    for (const [authority, position] of this.#finished) await this.#derive(authority, position);
  }

  async #derive(authority: string, position: number): Promise<void> {
    for (let from = 0; from < position; from += SLICE) {
      const to = Math.min(position, from + SLICE);
      await this.database.as('svl_projector', (tx) => this.store.derive(tx, authority, from, to));
    }
  }
}
