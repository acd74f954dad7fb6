import { testStoresInPostgres, type TestStoresInPostgres } from '../../../test/support/toy-stores.js';
import type { Locks } from './locks.js';
import { PostgresLocks } from './postgres-locks.js';

describe('Locks that go with a connection', () => {
  let under: TestStoresInPostgres;
  let lost: number;
  const all: Locks[] = [];
  const engine = (): Locks => {
    const locks = under.stores.locks(() => (lost += 1));
    all.push(locks);
    return locks;
  };
  /** How many connections hold a lock, as the server says. */
  const holders = async (): Promise<number> => {
    const [row] = await under.database.query<{ count: number }>(
      `select count(distinct pid)::integer as count from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
    );
    return row!.count;
  };
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  beforeEach(async () => {
    lost = 0;
    under = await testStoresInPostgres();
  });
  afterEach(async () => {
    for (const locks of all.splice(0)) await locks.close();
    await under.end();
  });

  it('are held alone by one engine, until that gives them back or ends', async () => {
    const [one, other] = [engine(), engine()];
    expect(await Promise.all([one.take('a'), one.take('a'), one.take('b')])).toEqual(['mine', 'mine', 'mine']);
    expect([one.holds('a'), other.holds('a')]).toEqual([true, false]);
    expect([await other.take('a'), await other.take('c')]).toEqual(['another’s', 'mine']);
    await one.give('a');
    expect(await other.take('a')).toBe('mine');
    await one.close();
    await until(async () => (await other.take('b')) === 'mine');
    expect(await one.take('b')).toBe('unknown');
  });

  it('are shared by any number', async () => {
    await engine().share(['a', 'b']);
    await engine().share(['a']);
    expect(await holders()).toBe(2);
    expect(await engine().take('a')).toBe('another’s');
  });

  it('are lost with the connection; those that are shared are taken again', async () => {
    const [one, other] = [engine(), engine()];
    await one.share(['a']);
    expect(await one.take('b')).toBe('mine');
    await under.cut();
    await until(() => Promise.resolve(lost === 1));
    expect(one.holds('b')).toBe(false);
    await until(async () => (await holders()) === 1);
    expect(await other.take('a')).toBe('another’s');
    expect(await other.take('b')).toBe('mine');
  });

  it('cannot be asked for where there is no database', async () => {
    const one = new PostgresLocks({ session: () => Promise.reject(new Error('there is none')) }, () => (lost += 1));
    expect(await one.take('a')).toBe('unknown');
    await expect(one.share(['a'])).rejects.toThrow('there is none');
    await one.close();
  });
});
