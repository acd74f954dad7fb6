import { setTimeout as pause } from 'node:timers/promises';

import { testDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { Database, type Transaction } from './database.js';

let one: TestDatabase;
let database: Database;

beforeAll(async () => {
  one = await testDatabase();
  const owner = await Database.open(one.migrationUrl, { connections: 1 });
  await owner.query('create table public.note (authority text collate "C", body text)');
  await owner.query('alter table public.note enable row level security');
  await owner.query('alter table public.note force row level security');
  await owner.query(
    `create policy own on public.note using (authority = any (current_setting('svl.authorities', true)::text[]))`,
  );
  await owner.query('grant select, insert on public.note to svl_app, svl_import');
  await owner.close();
  database = await Database.open(one.url, { connections: 2 });
});

afterAll(async () => {
  await database.close();
  await one.drop();
});

describe('what a transaction may see', () => {
  const bodies = (authorities: string[]): Promise<string[]> =>
    database.read(authorities, async (tx) => {
      const rows = await tx.query<{ body: string }>('select body from public.note order by body');
      return rows.map(({ body }) => body);
    });

  beforeAll(async () => {
    await database.write(['fenmarch', 'wex"c\\ombe'], async (tx) => {
      await tx.query(`insert into public.note values ('fenmarch', 'F'), ('wex"c\\ombe', 'W')`);
    });
  });

  it('is the rows of the authorities it names', async () => {
    expect(await bodies(['fenmarch'])).toEqual(['F']);
    expect(await bodies(['fenmarch', 'wex"c\\ombe'])).toEqual(['F', 'W']);
    expect(await bodies([])).toEqual([]);
  });

  it('ends with it', async () => {
    await bodies(['fenmarch']);
    expect(await database.query('select body from public.note')).toEqual([]);
  });

  it('is nothing to change while reading', async () => {
    await expect(
      database.read(['fenmarch'], (tx) => tx.query(`insert into public.note values ('fenmarch', 'no')`)),
    ).rejects.toThrow('read-only transaction');
  });

  it('is no row of another authority to write', async () => {
    await expect(
      database.write(['fenmarch'], (tx) => tx.query(`insert into public.note values ('elsewhere', 'no')`)),
    ).rejects.toThrow('row-level security');
  });

  it('is all of them as the import', async () => {
    const rows = await database.as('svl_import', (tx) => tx.query('select body from public.note'));
    expect(rows).toHaveLength(2);
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when the work fails, and gives its connection back', async () => {
    const failing = Array.from({ length: 5 }, () =>
      database.write(['fenmarch'], async (tx) => {
        await tx.query(`insert into public.note values ('fenmarch', 'half')`);
        throw new Error('it went wrong');
      }),
    );
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    const [left] = await database.read(['fenmarch'], (tx) =>
      tx.query<{ count: number }>(`select count(*) as count from public.note where body = 'half'`),
    );
    expect(left?.count).toBe(0);
  });

  it('takes a role for itself alone', async () => {
    const role = 'select current_user as role';
    expect(await database.as('svl_projector', (tx) => tx.query(role))).toEqual([{ role: 'svl_projector' }]);
    expect(await database.query(role)).toEqual([{ role: 'svl_app' }]);
  });
});

it('a transaction of the projector that does nothing for too long is ended by the server; another one’s is not', async () => {
  const impatient = await Database.open(one.url, { connections: 2, idleProjectorMs: 50 });
  const idle = async (tx: Transaction): Promise<void> => {
    await tx.query('select 1');
    await pause(500);
    await tx.query('select 1');
  };
  await expect(impatient.as('svl_projector', idle)).rejects.toThrow(/idle-in-transaction timeout|not queryable|terminated/);
  await expect(impatient.as('svl_import', idle)).resolves.toBeUndefined();
  await impatient.close();
});

describe('a connection of its own', () => {
  it('keeps what belongs to a connection, whatever the pool does; statements wait for one another', async () => {
    const session = await database.session(() => undefined);
    const pid = async (): Promise<number> => (await session.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]!.pid;
    expect(new Set(await Promise.all([pid(), pid(), pid()])).size).toBe(1);
    await session.end();
    await expect(pid()).rejects.toThrow();
  });

  it('says when it is lost, and not when it is ended', async () => {
    let lost = 0;
    const [cut, ended] = [await database.session(() => (lost += 1)), await database.session(() => (lost += 100))];
    const [row] = await cut.query<{ pid: number }>('select pg_backend_pid() as pid');
    await ended.end();
    await database.query('select pg_terminate_backend($1)', [row!.pid]);
    while (lost === 0) await pause(10);
    expect(lost).toBe(1);
  });

  it('ends with the database, and is not to be had after that', async () => {
    const other = await Database.open(one.url, { connections: 1 });
    const session = await other.session(() => undefined);
    await other.close();
    await expect(session.query('select 1')).rejects.toThrow();
    await expect(other.session(() => undefined)).rejects.toThrow('pool');
  });
});

describe('values', () => {
  const value = async (sql: string): Promise<unknown> => (await database.query<{ value: unknown }>(`select ${sql} as value`))[0]?.value;

  it.each([
    ['42::int8', 42],
    ["'{1,null,9007199254740991}'::int8[]", [1, null, 9_007_199_254_740_991]],
    ["'1.10'::numeric", '1.10'],
    ["'{1.10,null}'::numeric[]", ['1.10', null]],
    ["'2026-02-28'::date", '2026-02-28'],
    ["'{2026-02-28}'::date[]", ['2026-02-28']],
    ["'2026-06-30 23:30:00.120+01'::timestamptz", '2026-06-30T22:30:00.120Z'],
    ["'0001-01-01 00:00:00+00'::timestamptz", '0001-01-01T00:00:00.000Z'],
    ["'infinity'::timestamptz", 'infinity'],
    [`'{"a": [1]}'::jsonb`, { a: [1] }],
  ])('%s is %j', async (sql, expected) => expect(await value(sql)).toEqual(expected));

  it('are refused rather than rounded', async () => {
    await expect(value('9007199254740993::int8')).rejects.toThrow('select it as ::text');
  });
});

it('says which address does not answer, without its password', async () => {
  const opening = Database.open('postgres://svl_app:hush@127.0.0.1:1/none');
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/none cannot be reached: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow('hush');
});
