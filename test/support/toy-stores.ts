import { Database } from '#engine/database/database.js';
import { MemoryStores } from '#engine/projections/memory-store.js';
import { PostgresStores } from '#engine/projections/postgres-stores.js';
import { projectionSchema, type AnyProjection } from '#engine/projections/projection.js';
import type { Row } from '#engine/projections/row-changes.js';
import type { ProjectionStores } from '#engine/projections/store.js';

import { testDatabase } from './postgres.js';
import { toy } from './toy-projection.js';

/** Stores of projections for a test, and how the tables of one are read, in the order of their keys. */
export interface TestStores {
  readonly stores: ProjectionStores;
  rows(table: string, authority: string, projection?: AnyProjection): Promise<readonly Row[]>;
  end(): Promise<void>;
}

export function testStoresInMemory(): Promise<TestStores> {
  const stores = new MemoryStores();
  return Promise.resolve({
    stores,
    rows: (table: string, authority: string, projection: AnyProjection = toy) => {
      const plain = stores.of(projection).rows(table, authority).map(withoutBigints);
      const key: readonly string[] = projection.tables[table].key;
      return Promise.resolve([...plain].sort((a, b) => compare(a, b, key)));
    },
    end: () => Promise.resolve(),
  });
}

export interface TestStoresInPostgres extends TestStores {
  readonly database: Database;
  /** Cuts the application's connections, whatever they are doing. */
  cut(): Promise<void>;
}

export async function testStoresInPostgres(): Promise<TestStoresInPostgres> {
  const test = await testDatabase();
  const database = await Database.open(test.url, { connections: 6 });
  const owner = await Database.open(test.migrationUrl, { connections: 1 });
  return {
    cut: async () => {
      await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'svl_app'`);
    },
    stores: new PostgresStores(database),
    database,
    rows: async (table, authority, projection = toy) => {
      const from = `${projectionSchema(projection.name, projection.version)}.${table}`;
      const key: readonly string[] = projection.tables[table].key;
      const rows = await database.read([authority], (tx) => tx.query<Row>(`select * from ${from} order by ${key.join()}`));
      return rows.map(({ authority: _, ...row }) => row);
    },
    end: async () => {
      await database.close();
      await owner.close();
      await test.drop();
    },
  };
}

function withoutBigints(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));
}

function compare(a: Row, b: Row, key: readonly string[]): number {
  for (const column of key) {
    const [x, y] = [a[column] as string | number, b[column] as string | number];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
