import pg from 'pg';
import type { EventCatalogue } from '#domain/kernel/event.js';
import { Database } from '#engine/database/database.js';
import { PostgresLedger, type PostgresLedgerOptions } from '#engine/ledger/postgres-ledger.js';
import { testDatabase } from './postgres.js';

/** A database of a test's own with ledgers in it. */
export interface LedgerDatabase {
  readonly database: Database;
  /** A connection as the owner of everything, who may disable triggers. */
  readonly owner: pg.Client;
  /** The address of the application's role. */
  readonly url: string;
  ledger(catalogue: EventCatalogue, options?: Omit<PostgresLedgerOptions, 'database' | 'catalogue'>): PostgresLedger;
  /** Ends the application's connections. */
  disconnect(): Promise<void>;
  close(): Promise<void>;
}

export async function ledgerDatabase(connections = 10): Promise<LedgerDatabase> {
  const place = await testDatabase();
  const owner = new pg.Client({ connectionString: place.migrationUrl });
  await owner.connect();
  const database = await Database.open(place.url, { connections });
  let connected = true;
  const disconnect = async (): Promise<void> => {
    if (connected) await database.close();
    connected = false;
  };
  return {
    database,
    disconnect,
    owner,
    url: place.url,
    ledger: (catalogue, options = {}) => new PostgresLedger({ database, catalogue, ...options }),
    async close() {
      await disconnect();
      await owner.end();
      await place.drop();
    },
  };
}
