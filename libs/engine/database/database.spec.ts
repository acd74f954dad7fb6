import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { testDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { WeakLine } from '../../../test/reliability/ledger/load/weak-line.js';
import { isPassing } from '../projections/failures.js';
import { Database, type Transaction } from './database.js';
import { StartFailure } from './start-failure.js';

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

describe('a line on which nothing is heard', () => {
  /** The bug: a server that took the connection and never answered was waited for, for ever. */
  it('is given up while it is being connected', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    await expect(Database.open(`postgres://svl_app@127.0.0.1:${port}/none`, { answerWithinMs: 100 })).rejects.toThrow(StartFailure);
    mute.close();
  });

  /** The bug: readers waited for ever on connections that had gone silent in the pool, and so, in the end, did everybody. */
  it('is found out by the next who read and write, and is replaced', async () => {
    const line = await WeakLine.to(one.url);
    // long enough for a connection to come about on a busy machine, before and after the silence
    const weak = await Database.open(line.url, { connections: 3, answerWithinMs: 1_500 });
    const asked = () => weak.read(['fenmarch'], (tx) => tx.query('select 1 as answer'));
    await Promise.all([asked(), asked(), asked()]);
    line.fallSilent();
    const failed = await Promise.allSettled([asked(), asked(), weak.write(['fenmarch'], (tx) => tx.query('select 1'))]);
    expect(failed.map((each) => String((each as PromiseRejectedResult).reason))).toEqual(Array(3).fill('Error: Query read timeout'));
    expect(failed.every((each) => isPassing((each as PromiseRejectedResult).reason))).toBe(true);
    expect(await Promise.all([asked(), asked(), asked()])).toEqual(Array(3).fill([{ answer: 1 }]));
    await weak.close();
    await line.close();
  });

  it('is a loss for who has it alone', async () => {
    const line = await WeakLine.to(one.url);
    const weak = await Database.open(line.url, { connections: 1, answerWithinMs: 200 });
    let lost = 0;
    const session = await weak.session(() => (lost += 1));
    line.fallSilent();
    await expect(session.query('select 1')).rejects.toThrow('Query read timeout');
    while (lost === 0) await pause(10);
    await line.close();
    await weak.close();
    expect(lost).toBe(1);
  });
});

/** The bug: a fold waited without limit for a lock that somebody held. */
it('a lock that the projector waits for is given up after a while, and its work is tried again', async () => {
  const [row] = await database.as('svl_projector', (tx) => tx.query<{ limit: string }>("select current_setting('lock_timeout') as limit"));
  expect(row).toEqual({ limit: '30s' });
  expect(await database.as('svl_import', (tx) => tx.query("select current_setting('lock_timeout') as limit"))).toEqual([{ limit: '0' }]);
});

it('says which address does not answer, without its password', async () => {
  const opening = Database.open('postgres://svl_app:hush@127.0.0.1:1/none');
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/none cannot be reached: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow('hush');
});
