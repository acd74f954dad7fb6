import { mkdtempSync, realpathSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { instanceIn } from './embedded/instance-lock.js';
import type { Migration } from './migration.js';
import { openDatabase, type DatabaseChoice, type OpenDatabase } from './open-database.js';

const shelf: Migration = { name: 'library/0001-shelf.sql', sql: 'create table shelf (id int); grant select on shelf to :app_role;' };

let place: string;
const open: OpenDatabase[] = [];

beforeEach(async () => {
  place = mkdtempSync(join(realpathSync(tmpdir()), 'svl-open-'));
  await chmod(place, 0o755);
});

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
  await rm(place, { recursive: true, force: true });
});

async function start(over: Partial<DatabaseChoice> = {}): Promise<OpenDatabase> {
  const opened = await openDatabase({
    dataDir: join(place, 'data'),
    join: false,
    purpose: 'server',
    now: '2026-04-01T00:00:00.000Z',
    say: () => undefined,
    migrations: [shelf],
    ...over,
  });
  open.push(opened);
  return opened;
}

it('starts the embedded PostgreSQL, shaped, and stops it', async () => {
  const { database, stop } = await start();
  expect(await database.query('select * from shelf')).toEqual([]);
  await stop();
  open.pop();
  expect(await instanceIn(join(place, 'data'))).toBeUndefined();
});

it('joins the running instance’s, and leaves it running', async () => {
  const server = await start();
  const line = await start({ join: true, purpose: 'command line' });
  expect(line.url).toBe(server.url);
  await line.stop();
  open.pop();
  expect(await server.database.query('select 1 as one')).toEqual([{ one: 1 }]);
});

it('starts one to join when none runs', async () => {
  const { database } = await start({ join: true, purpose: 'command line' });
  expect(await database.query('select * from shelf')).toEqual([]);
  await expect(start()).rejects.toThrow(/in use by process \d+ \(command line, since 2026-04-01/);
});

it('stops what it started when it cannot go on, and gives the data folder free', async () => {
  const broken: Migration = { name: 'library/0002-broken.sql', sql: 'create table (' };
  await expect(start({ migrations: [shelf, broken] })).rejects.toThrow('0002-broken.sql failed');
  expect(await instanceIn(join(place, 'data'))).toBeUndefined();
  await start();
});

it('names the address of a PostgreSQL that does not answer', async () => {
  await expect(start({ databaseUrl: 'postgres://svl_app:hush@127.0.0.1:1/svl' })).rejects.toThrow(
    /^The database at postgres:\/\/svl_app:\*\*\*@127\.0\.0\.1:1\/svl cannot be reached: .*ECONNREFUSED/,
  );
});
