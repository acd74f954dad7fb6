import { setTimeout as pause } from 'node:timers/promises';
import { refuse } from '#domain/kernel/refusal.js';
import type { Database } from '#engine/database/database.js';
import { PostgresStore } from './postgres-store.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import { dropTables, everyTableOf, makeBareTables, openTables } from './projection-tables.js';
import { olderReaders } from './statements.js';
import type { ProjectionStores, ShadowStore } from './store.js';

/** How long a shadow waits for readers who began before its last rows were in. */
const READERS_MAY_TAKE_MS = 10_000;

/** The stores of all projections, in PostgreSQL. */
export class PostgresStores implements ProjectionStores {
  constructor(private readonly database: Database) {}

  of(projection: AnyProjection): PostgresStore {
    return new PostgresStore(this.database, projection, projectionSchema(projection.name, projection.version));
  }

  async shadow(projection: AnyProjection): Promise<ShadowStore> {
    const live = projectionSchema(projection.name, projection.version);
    const shadow = `${live}_shadow`;
    const unlock = await this.#lock(live);
    try {
      await this.of(projection).prepare();
      await dropTables(this.database, shadow);
      await dropTables(this.database, `${live}_retired`);
      await this.database.as('svl_projector', (tx) => makeBareTables(tx, shadow, projection));
    } catch (failure) {
      await unlock();
      throw failure;
    }
    return {
      store: new PostgresStore(this.database, projection, shadow),
      takeOver: async (lastEvents) => {
        await this.#open(shadow, projection);
        await this.#olderReadersGone();
        await this.#exchange(live, shadow, lastEvents);
        await dropTables(this.database, `${live}_retired`).catch(seenByTheNext);
        await unlock();
      },
      discard: async () => {
        await dropTables(this.database, shadow).catch(seenByTheNext);
        await unlock();
      },
    };
  }

  /** One rebuild of a projection at a time, whoever asks: the lock is a connection's, and goes with it. */
  async #lock(schema: string): Promise<() => Promise<void>> {
    const client = await this.database.pool.connect();
    const key = `rebuild ${schema}`;
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [key]);
    if (rows[0]?.mine !== true) {
      client.release();
      refuse('projection', schema, 'is being rebuilt already', 'Wait until that rebuild has ended.', 'conflict');
    }
    return async () => {
      await client.query('select pg_advisory_unlock(hashtext($1))', [key]).then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
    };
  }

  async #open(shadow: string, projection: AnyProjection): Promise<void> {
    await this.database.as('svl_projector', (tx) => openTables(tx, shadow, projection));
    await this.database.as('svl_projector', async (tx) => {
      const tables = ['checkpoint', 'state', ...everyTableOf(projection).map(([name]) => name)];
      for (const name of tables) await tx.query(`analyze "${shadow}"."${name}"`);
    });
  }

  /**
   * A transaction that reads as of before the shadow's rows were in would, after the exchange, find its tables by the
   * old names and no rows there. Those that are under way are let through first.
   */
  async #olderReadersGone(): Promise<void> {
    const [now] = await this.database.query<{ now: string }>('select clock_timestamp()::text as now');
    for (let waited = 0; waited < READERS_MAY_TAKE_MS; waited += 20) {
      const [row] = await this.database.query<{ readers: number }>(olderReaders, [now?.now]);
      if (row?.readers === 0) return;
      await pause(20);
    }
  }

  async #exchange(live: string, shadow: string, lastEvents: () => Promise<void>): Promise<void> {
    await this.database.as('svl_projector', async (tx) => {
      // readers pass; flushes wait, and find the shadow's checkpoints afterwards
      await tx.query(`lock table "${live}".checkpoint in exclusive mode`);
      await lastEvents();
      await tx.query(`alter schema "${live}" rename to "${live}_retired"`);
      await tx.query(`alter schema "${shadow}" rename to "${live}"`);
    });
  }
}

/** What cannot be dropped now, because somebody reads there, the next rebuild drops. */
const seenByTheNext = (): void => undefined;
