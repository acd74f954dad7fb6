import { readFileSync } from 'node:fs';

import {
  createPostgresBackend,
  Queue,
  runMigrations,
  Worker,
  type Job,
  type JobsOptions,
  type PostgresConnectionOptions,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

import { StartFailure } from '#engine/database/start-failure.js';

/** What is asked of a queue, wherever it keeps its jobs. */
export interface AnyQueue {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJob(id: string): Promise<Pick<Job, 'progress' | 'returnvalue' | 'failedReason' | 'getState'> | undefined>;
  on(event: 'error', listener: (failure: Error) => void): unknown;
  close(): Promise<void>;
}

/** What is asked of a worker, wherever its jobs are kept. */
export interface AnyWorker {
  on(event: 'error', listener: (failure: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  pause(doNotWait: boolean): Promise<void>;
  close(force?: boolean): Promise<void>;
}

/** Where BullMQ keeps its jobs. */
export interface JobsBackend {
  queue(name: string, options: Omit<QueueOptions, 'connection'>): AnyQueue;
  worker(name: string, work: Processor, options: Omit<WorkerOptions, 'connection'>): AnyWorker;
  /** Lets go of every job in hand. Not there where nobody can know to be alone. */
  letGo?(): Promise<void>;
  close(): Promise<void>;
}

const SCHEMA = 'bullmq';
const letGo = readFileSync(new URL('./let-go.sql', import.meta.url), 'utf8');

/**
 * Jobs in PostgreSQL, over one pool for all queues of the process. Each worker keeps a connection to listen on.
 * @param url as the application's role
 */
export function jobsOnPostgres(url: string, connections = 8): JobsBackend {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    keepAlive: true,
    application_name: 'social value ledger, jobs',
    // BullMQ's statements name no schema
    options: `-c search_path=${SCHEMA}`,
  });
  // an idle connection that is lost is replaced when it is next needed
  pool.on('error', () => undefined);
  // one that is cut in the midst fails its statement; as an event that nobody hears it would end the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  // BullMQ's own type of a pool has an index signature, which no class has
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    queue: (name, options) => new Queue(name, { ...options, connection }, createPostgresBackend),
    worker: (name, work, options) => new Worker(name, work, { ...options, connection }, createPostgresBackend),
    letGo: async () => void (await pool.query(letGo)),
    close: () => pool.end(),
  };
}

/** Jobs in Redis, for the scaled set-up. */
export function jobsOnRedis(url: string): JobsBackend {
  const connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  connection.on('error', () => undefined);
  return {
    queue: (name, options) => new Queue(name, { ...options, connection }),
    worker: (name, work, options) => new Worker(name, work, { ...options, connection }),
    close: async () => connection.disconnect(),
  };
}

/**
 * Makes or updates the tables of jobs, in a schema of their own, as the database's owner; the application may use them
 * and owns none. Processes that start together take turns.
 * @throws {StartFailure} the owner's role may not
 */
export async function migrateJobs(migrationUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: migrationUrl });
  try {
    await client.connect();
    await runMigrations(client, SCHEMA);
    const role = pg.escapeIdentifier(appRole);
    await client.query(
      `grant usage on schema ${SCHEMA} to ${role};
       grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
       grant usage, select, update on all sequences in schema ${SCHEMA} to ${role};`,
    );
  } catch (failure) {
    throw new StartFailure(`The tables of jobs could not be made: ${(failure as Error).message}.`);
  } finally {
    await client.end();
  }
}
