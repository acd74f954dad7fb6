import { refuse } from '#domain/kernel/refusal.js';
import { type Database, run } from '#engine/database/database.js';
import { PostgresBulk } from './bulk/postgres-bulk.js';
import { exchange, nameShadow } from './exchange.js';
import { builderOf, type Locks } from './locks.js';
import { PostgresLocks } from './postgres-locks.js';
import { PostgresStore } from './postgres-store.js';
import { PostgresVersions, retiredOf, shadowOf } from './postgres-versions.js';
import { projectionSchema, type AnyProjection } from './projection.js';
import { dropTables, everyTableOf, makeBareTables, openTables } from './projection-tables.js';
import { endStalled, giveLock, statementsOn, takeLock } from './statements.js';
import type { ProjectionStores, ShadowStore } from './store.js';

/** A connection that has nothing else to do has gone silent if it takes longer. */
const ANSWERS_WITHIN_MS = 10_000;

/** The stores of all projections, in PostgreSQL. */
export class PostgresStores implements ProjectionStores {
  readonly versions: PostgresVersions;

  constructor(private readonly database: Database) {
    this.versions = new PostgresVersions(database);
  }

  of(projection: AnyProjection): PostgresStore {
    return new PostgresStore(this.database, projection, projectionSchema(projection.name, projection.version));
  }

  /** Between two statements the server ends them itself; while it waits for the rows of a COPY no limit of its own applies. */
  async endStalled({ name, version }: AnyProjection): Promise<void> {
    await this.database.query(endStalled, [`copy "${projectionSchema(name, version)}".`, this.database.idleProjectorMs]);
  }

  locks(lost: () => void): Locks {
    return new PostgresLocks(this.database, lost);
  }

  async shadow(projection: AnyProjection): Promise<ShadowStore> {
    const live = projectionSchema(projection.name, projection.version);
    const shadow = shadowOf(live);
    const lock = await this.#lock(live);
    try {
      const replaces = (await this.versions.readable(projection.name)).includes(projection.version);
      await dropTables(this.database, shadow);
      await dropTables(this.database, retiredOf(live));
      await this.database.as('svl_projector', async (tx) => {
        await makeBareTables(tx, shadow, projection);
        await tx.query(statementsOn(shadow).progressTable);
      });
      const store = new PostgresStore(this.database, projection, shadow);
      return {
        store,
        bulk: new PostgresBulk(this.database, projection, store),
        replaces: replaces ? this.of(projection) : undefined,
        check: () => lock.check(),
        takeOver: async (lastEvents, signal) => {
          await this.#open(shadow, projection);
          await lock.check();
          if (replaces) await exchange(this.database, live, shadow, lastEvents, signal);
          else await this.#appear(live, shadow, lastEvents);
          await dropTables(this.database, retiredOf(live)).catch(seenByTheNext);
          await lock.give();
        },
        discard: async () => {
          // without the lock the shadow of that name may be somebody else's by now
          await lock.check().then(() => dropTables(this.database, shadow)).catch(seenByTheNext);
          await lock.give();
        },
      };
    } catch (failure) {
      await lock.give();
      throw failure;
    }
  }

  /** One build of a version at a time, whoever asks: the lock is a connection's, and goes with it. */
  async #lock(schema: string): Promise<{ check(): Promise<void>; give(): Promise<void> }> {
    const client = await this.database.pool.connect();
    const key = [builderOf(schema)];
    const [lock] = await run<{ mine: boolean }>(client, takeLock, key, ANSWERS_WITHIN_MS).catch((failure: Error) => {
      client.release(failure);
      throw failure;
    });
    if (lock?.mine !== true) {
      client.release();
      refuse('projection', schema, 'is being built already', 'Wait until that has ended.', 'conflict');
    }
    return {
      check: async () => void (await run(client, 'select', [], ANSWERS_WITHIN_MS)),
      give: async () => {
        await run(client, giveLock, key, ANSWERS_WITHIN_MS).then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
      },
    };
  }

  async #open(shadow: string, projection: AnyProjection): Promise<void> {
    await this.database.as('svl_projector', (tx) => openTables(tx, shadow, projection));
    await this.database.as('svl_projector', async (tx) => {
      const tables = ['checkpoint', 'state', ...everyTableOf(projection).map(([name]) => name)];
      for (const name of tables) await tx.query(`analyze "${shadow}"."${name}"`);
    });
  }

  async #appear(live: string, shadow: string, lastEvents: () => Promise<void>): Promise<void> {
    await lastEvents();
    await this.database.as('svl_projector', (tx) => nameShadow(tx, shadow, live));
  }
}

/** What cannot be dropped now, because somebody reads there, the next build drops. */
const seenByTheNext = (): void => undefined;
