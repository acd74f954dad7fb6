import pg from 'pg';

import { testDatabase } from './postgres.js';

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database for a test', () => {
  it('is migrated, belongs to the owner, and is reached by the application', async () => {
    const database = await testDatabase();
    const [app] = await query<{ role: string }>(database.url, 'select current_user as role');
    const [owner] = await query<{ role: string }>(database.migrationUrl, 'select current_user as role');
    const applied = await query<{ name: string }>(database.url, 'select name from svl.migration order by name');
    expect([app?.role, owner?.role]).toEqual(['svl_app', 'postgres']);
    expect(applied.map(({ name }) => name)).toContain('engine/database/0001-roles.sql');
    await database.drop();
  });

  it('is apart from every other', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    await query(one.migrationUrl, 'create table only_here ()');
    const [found] = await query<{ there: boolean }>(other.migrationUrl, "select to_regclass('only_here') is not null as there");
    expect(found?.there).toBe(false);
    await one.drop();
    await other.drop();
    await expect(query(one.url, 'select 1')).rejects.toThrow('does not exist');
  });
});
