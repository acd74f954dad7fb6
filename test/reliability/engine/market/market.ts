import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Database, type DatabaseOptions } from '#engine/database/database.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { Engine, type EngineSettings } from '#engine/projections/engine.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import type { AnyProjection } from '#engine/projections/projection.js';
import { Signals } from '#engine/projections/signals.js';
import type { ProjectionStores } from '#engine/projections/store.js';
import { testDatabase } from '../../../support/postgres.js';
import { toyCatalogue, ToyLedger, type ToyFact } from '../../../support/toy-ledger.js';
import { Book } from './book.js';
import { sumsOf, wrongCounters, type Sums } from './sums.js';

/** An engine with connections of its own, as in a process of its own. */
export interface Follower {
  readonly engine: Engine;
  readonly database: Database;
  /** What it told the log. */
  readonly said: string[];
  stop(): Promise<void>;
}

export interface FollowerOptions {
  readonly projection: AnyProjection;
  readonly settings?: Partial<EngineSettings>;
  readonly database?: DatabaseOptions;
  /** What it keeps its rows in; as everybody's unless told. */
  readonly stores?: (database: Database) => ProjectionStores;
}

/** A database of a scenario's own with ledgers of counters, and a book of all that was appended. */
export class Market {
  readonly book = new Book();
  private readonly followers: Follower[] = [];
  private readonly ledger: ToyLedger;

  private constructor(
    readonly url: string,
    /** As the owner, whom no row security concerns. */
    readonly owner: pg.Client,
    private readonly database: Database,
    private readonly drop: () => Promise<void>,
  ) {
    this.ledger = new ToyLedger(new PostgresLedger({ database, catalogue: toyCatalogue }));
  }

  static async open(): Promise<Market> {
    const place = await testDatabase();
    const owner = new pg.Client({ connectionString: place.migrationUrl });
    await owner.connect();
    return new Market(place.url, owner, await Database.open(place.url, { connections: 4 }), place.drop);
  }

  /** Appends facts, and writes them down once the ledger has them. */
  async append(authority: string, facts: readonly ToyFact[]): Promise<number> {
    const last = await this.ledger.append(authority, ...facts);
    this.book.note(authority, facts, last);
    return last;
  }

  /** An engine that is not started yet. */
  async follower({ projection, settings, database: options, stores = (one) => new PostgresStores(one) }: FollowerOptions): Promise<Follower> {
    const database = await Database.open(this.url, { connections: 6, ...options });
    const ledger = new PostgresLedger({ database, catalogue: toyCatalogue });
    const signals = new Signals();
    const said: string[] = [];
    const failed = (message: string): unknown => said.push(message);
    const engine = new Engine(ledger, stores(database), [projection], signals, { batch: 50, lookEveryMs: 20, failed, ...settings });
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await engine.stop();
      signals.close();
      await database.close();
    };
    const follower = { engine, database, said, stop: () => (stopped ??= stop()) };
    this.followers.push(follower);
    return follower;
  }

  /** Waits until a projection's tables say that they hold everything that was appended. */
  async folded(schema: string): Promise<void> {
    for (const authority of this.book.authorities) {
      const head = this.book.head(authority);
      await until(`${schema} holds ${authority} to ${head}`, () => this.sums(schema, authority).then(({ position }) => position >= head, unlessNotThere));
    }
  }

  sums(schema: string, authority: string): Promise<Sums> {
    return sumsOf(async (text, values) => (await this.owner.query(text, [...values])).rows, schema, authority);
  }

  /** What is lost or doubled in a projection's tables, in words; nothing when all is as it should be. */
  async wrong(schema: string, factor = 1): Promise<string[]> {
    const wrong: string[] = [];
    for (const authority of this.book.authorities) {
      wrong.push(...(await wrongCounters(this.owner, schema, authority, this.book, factor)));
    }
    return wrong;
  }

  async close(): Promise<void> {
    for (const follower of this.followers) await follower.stop();
    await this.database.close();
    await this.owner.end();
    await this.drop();
  }
}

/** Tables that are not there yet hold nothing yet. */
function unlessNotThere(failure: unknown): false {
  if (failure instanceof pg.DatabaseError && failure.code === '42P01') return false;
  throw failure;
}

const PATIENCE_MS = 90_000;

/** Waits for something that must come about: how long it takes is nobody's business, that it never comes is a failure. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, patience = PATIENCE_MS): Promise<void> {
  for (const end = performance.now() + patience; !(await isSo()); await pause(10)) {
    if (performance.now() > end) throw new Error(`It never came about that ${what}.`);
  }
}
