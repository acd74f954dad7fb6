import type { Database } from '#engine/database/database.js';
import { toy } from '../../../test/support/toy-projection.js';
import { testStoresInPostgres, type TestStoresInPostgres } from '../../../test/support/toy-stores.js';
import { PostgresStores } from './postgres-stores.js';

let under: TestStoresInPostgres;
beforeEach(async () => {
  under = await testStoresInPostgres();
});
afterEach(() => under.end());

describe('a build that cannot ask for its lock', () => {
  /** The bug: each kept its connection, and the pool ran dry. */
  it('gives its connection back', async () => {
    await under.stores.of(toy).prepare();
    const { pool } = under.database;
    const connect = async () => {
      const client = await pool.connect();
      await under.cut();
      return client;
    };
    const cutOff = Object.create(under.database, { pool: { value: { connect } } }) as Database;
    for (let i = 0; i < 2 * pool.options.max; i++) await expect(new PostgresStores(cutOff).shadow(toy)).rejects.toThrow(/terminat|queryable|ECONNRESET|EPIPE/);
    const shadow = await under.stores.shadow(toy);
    await shadow.check();
    await shadow.discard();
  });
});

describe('a build whose lock’s connection is lost', () => {
  it('is told when it asks', async () => {
    await under.stores.of(toy).prepare();
    const shadow = await under.stores.shadow(toy);
    await under.cut();
    await expect(shadow.check()).rejects.toThrow(/terminat|queryable|ECONNRESET|EPIPE/);
    await shadow.discard();
  });
});
