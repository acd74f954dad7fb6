import { testDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import type { Migration } from './migration.js';
import { openDatabase, type DatabaseChoice } from './open-database.js';
import { StartFailure } from './start-failure.js';

const shelf: Migration = { name: 'library/0001-shelf.sql', sql: 'create table shelf (id int); grant select on shelf to :app_role;' };
const book: Migration = { name: 'library/0002-book.sql', sql: 'create table book (id int);' };
const broken: Migration = { name: 'library/0003-broken.sql', sql: 'create table leaf (id int); create table nothing (' };

let empty: TestDatabase;
beforeEach(async () => void (empty = await testDatabase([])));
afterEach(() => empty.drop());

const apply = (...migrations: Migration[]): Promise<readonly string[]> => migrate(empty.migrationUrl, 'svl_app', migrations);

it('applies what is new, once, in order', async () => {
  expect(await apply(shelf)).toEqual([shelf.name]);
  expect(await apply(shelf, book)).toEqual([book.name]);
  expect(await apply(shelf, book)).toEqual([]);
});

it('lets two processes that start together take turns', async () => {
  const both = await Promise.all([apply(shelf, book), apply(shelf, book)]);
  expect(both.flat().sort()).toEqual([shelf.name, book.name]);
});

it('refuses a migration that was edited after it was applied', async () => {
  await apply(shelf);
  await expect(apply({ ...shelf, sql: `${shelf.sql} -- better` })).rejects.toThrow(/0001-shelf\.sql .* edited since/);
});

it('leaves nothing of a migration that fails, and names it', async () => {
  await expect(apply(shelf, broken)).rejects.toThrow(/0003-broken\.sql failed: syntax error/);
  expect(await apply(shelf)).toEqual([]);
  const database = await Database.open(empty.url);
  expect(await database.query(`select to_regclass('leaf') as leaf`)).toEqual([{ leaf: null }]);
  await database.close();
});

describe("on an operator's own PostgreSQL", () => {
  const choice = (over: Partial<DatabaseChoice> = {}): DatabaseChoice => ({
    dataDir: 'unused',
    databaseUrl: empty.url,
    join: false,
    purpose: 'test',
    now: '2026-04-01T00:00:00.000Z',
    say: () => undefined,
    migrations: [shelf, book],
    ...over,
  });

  it('a start applies what is missing with the owner’s address', async () => {
    const open = await openDatabase(choice({ migrationDatabaseUrl: empty.migrationUrl }));
    expect(await open.database.query('select * from shelf')).toEqual([]);
    await open.stop();
    const again = await openDatabase(choice());
    await again.stop();
  });

  it('a start without it says what is missing', async () => {
    await expect(openDatabase(choice())).rejects.toThrow(
      'The database lacks 2 migrations (the first is library/0001-shelf.sql), and “svl_app”, the role of DATABASE_URL, ' +
        'may not apply them. Set MIGRATION_DATABASE_URL',
    );
  });

  it('a role that row-level security does not bind is refused', async () => {
    const opening = openDatabase(choice({ databaseUrl: empty.migrationUrl }));
    await expect(opening).rejects.toThrow(StartFailure);
    await expect(opening).rejects.toThrow('“postgres”, the role of DATABASE_URL, is not bound by row-level security');
  });
});
