import { setTimeout as pause } from 'node:timers/promises';

import { counted, rateSet, ToyLedger } from '../../../test/support/toy-ledger.js';
import { toy, toyFaults } from '../../../test/support/toy-projection.js';
import { testStoresInMemory, testStoresInPostgres, type TestStores } from '../../../test/support/toy-stores.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { Engine, type EngineSettings } from './engine.js';
import { Signals } from './signals.js';

describe.each([
  ['in memory', testStoresInMemory],
  ['in PostgreSQL', testStoresInPostgres],
])('the engine, %s', (_, make: () => Promise<TestStores>) => {
  let under: TestStores;
  let toyLedger: ToyLedger;
  let signals: Signals;
  const engines: Engine[] = [];

  const engine = (settings: Partial<EngineSettings> = {}): Engine => {
    const one = new Engine(toyLedger.ledger, under.stores, [toy], signals, { batch: 20, lookEveryMs: 50, ...settings });
    engines.push(one);
    return one;
  };
  const sum = async (authority: string): Promise<number> =>
    (await under.rows('totals', authority)).reduce((total, { amount }) => total + (amount as number), 0);
  const sumOfJournal = async (authority: string): Promise<number> =>
    (await under.rows('journal', authority)).reduce((total, { amount }) => total + (amount as number), 0);
  const many = (n: number): ReturnType<typeof counted>[] => Array.from({ length: n }, (_, i) => counted(`c${i % 9}`, 1));

  beforeEach(async () => {
    under = await make();
    toyLedger = new ToyLedger();
    signals = new Signals();
    toyFaults.refuseNote = undefined;
  });
  afterEach(async () => {
    for (const one of engines.splice(0)) await one.stop();
    signals.close();
    await under.end();
  });

  it('folds to the heads when asked, without being started', async () => {
    await toyLedger.append('fenmarch', ...many(50));
    await toyLedger.append('wexcombe', ...many(30));
    const one = engine();
    await one.catchUp('fenmarch');
    expect([await sum('fenmarch'), await sum('wexcombe')]).toEqual([50, 0]);
    await one.catchUp();
    expect([await sum('fenmarch'), await sum('wexcombe')]).toEqual([50, 30]);
    expect(await one.standings(['wexcombe'])).toEqual([
      { projection: 'toy', version: 1, authority: 'wexcombe', position: 30, head: 30, parked: null, preparing: null },
    ]);
  });

  /** The bug: for each time that it was to look while the database was away, it looked when that came back. */
  it('looks once, however often it was to look while the ledger did not answer', async () => {
    const { ledger } = toyLedger;
    let asked = 0;
    let answer = (): void => undefined;
    let hangs = Promise.resolve();
    const heads = (): ReturnType<typeof ledger.heads> => (asked++, hangs.then(() => ledger.heads()));
    const away = new Proxy(ledger, { get: (target, name) => (name === 'heads' ? heads : (target[name as keyof typeof target] as () => unknown).bind(target)) });
    const one = new Engine(away, under.stores, [toy], signals, { lookEveryMs: 10 });
    engines.push(one);
    await one.start();
    hangs = new Promise((resolve) => (answer = resolve));
    await pause(30);
    asked = 0;
    await pause(500);
    expect(asked).toBeLessThanOrEqual(1);
    hangs = Promise.resolve();
    answer();
    for (let turn = 0; turn < 30; turn += 1) await new Promise((next) => setImmediate(next));
    // the one that waited, and what came due since
    expect(asked).toBeLessThan(10);
  });

  it('follows the ledgers, and says when a position is reached', async () => {
    const one = engine({ lookEveryMs: 60_000 });
    await toyLedger.append('fenmarch', ...many(3));
    await one.start();
    expect(await one.checkpoints.waitFor([toy], 'fenmarch', 3)).toEqual({ outcome: 'reached', position: 3 });
    const position = await toyLedger.append('fenmarch', rateSet(7));
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', position)).outcome).toBe('reached');
    expect(await sum('fenmarch')).toBe(21);
  });

  it('hears of appends in other threads, and finds those of other processes by itself', async () => {
    toyLedger.tell = false;
    const one = engine({ lookEveryMs: 60_000 });
    await one.start();
    const otherThread = new Signals();
    otherThread.appended('fenmarch', await toyLedger.append('fenmarch', ...many(2)));
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 2)).outcome).toBe('reached');
    await toyLedger.append('fenmarch', ...many(2));
    await engine({ lookEveryMs: 20 }).start();
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 4)).outcome).toBe('reached');
    otherThread.close();
  });

  it('does not wait for ever', async () => {
    const one = engine();
    await one.prepare();
    await toyLedger.append('fenmarch', ...many(2));
    await one.catchUp();
    const before = performance.now();
    expect(await one.checkpoints.waitFor([toy], 'fenmarch', 3, 120)).toEqual({ outcome: 'timed out', position: 2 });
    expect(performance.now() - before).toBeGreaterThanOrEqual(119);
    expect(await one.checkpoints.waitFor([toy], 'fenmarch', 2, 0)).toEqual({ outcome: 'reached', position: 2 });
  });

  it('says at once that an authority is parked, goes on with the others, and catches up when told to try again', async () => {
    toyFaults.refuseNote = 'cursed';
    const one = engine();
    await one.start();
    await toyLedger.append('fenmarch', ...many(25), counted('a', 1, 'cursed'), ...many(25));
    await toyLedger.append('wexcombe', ...many(25));
    expect((await one.checkpoints.waitFor([toy], 'wexcombe', 25)).outcome).toBe('reached');
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 25)).outcome).toBe('reached');
    const before = performance.now();
    const waited = await one.checkpoints.waitFor([toy], 'fenmarch', 26);
    expect(waited).toMatchObject({ outcome: 'parked', position: 25, parked: { projection: 'toy', position: 26, eventType: 'Counted' } });
    expect(performance.now() - before).toBeLessThan(3_000);
    const [standing] = await one.standings(['fenmarch']);
    expect(standing).toMatchObject({ position: 25, head: 51, parked: { error: 'No counter takes “cursed”.' } });

    expect(await one.retry('toy', 'wexcombe')).toBe(false);
    toyFaults.refuseNote = undefined;
    expect(await one.retry('toy', 'fenmarch')).toBe(true);
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 51)).outcome).toBe('reached');
    expect(await sum('fenmarch')).toBe(51);
    await expect(one.retry('toys', 'fenmarch')).rejects.toThrow('Name one of toy');
  });

  it('goes on after a retry that another process was told', async () => {
    toyFaults.refuseNote = 'cursed';
    const one = engine();
    await one.start();
    await toyLedger.append('fenmarch', counted('a', 1, 'cursed'));
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 1)).outcome).toBe('parked');
    toyFaults.refuseNote = undefined;
    await under.stores.of(toy).release('fenmarch');
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 1)).outcome).toBe('reached');
  });

  it('counts nothing twice beside another engine', async () => {
    await engine({ batch: 7 }).start();
    await engine({ batch: 13 }).start();
    for (let i = 0; i < 40; i += 1) {
      await toyLedger.append('fenmarch', ...many(1 + (i % 11)));
      await toyLedger.append('wexcombe', ...many(1 + (i % 3)));
      await pause(2);
    }
    const heads = await toyLedger.ledger.heads();
    for (const { authority, position } of heads) {
      const waited = await engines[0]?.checkpoints.waitFor([toy], authority, position);
      expect(waited).toEqual({ outcome: 'reached', position });
      expect([await sum(authority), await sumOfJournal(authority)]).toEqual([position, position]);
    }
  });

  it('rebuilds beside the appends that go on, and the result is what was there', async () => {
    const one = engine({ batch: 25 });
    await one.start();
    await toyLedger.append('fenmarch', ...many(600), rateSet(2));
    await toyLedger.append('wexcombe', ...many(50));
    let appending = true;
    let least = 0;
    const appends = (async () => {
      while (appending) {
        await toyLedger.append('fenmarch', ...many(3));
        await pause(5);
      }
    })();
    const readers = (async () => {
      while (appending) {
        const position = await one.checkpoints.position(toy, 'fenmarch');
        expect(position).toBeGreaterThanOrEqual(least);
        least = position;
        await pause(5);
      }
    })();
    await pause(100);
    const progress: [number, number][] = [];
    const rebuilt = await one.rebuild('toy', (done, total) => progress.push([done, total]));
    await pause(100);
    appending = false;
    await Promise.all([appends, readers]);

    const head = (await toyLedger.ledger.heads()).find(({ authority }) => authority === 'fenmarch')?.position ?? 0;
    expect(await one.checkpoints.waitFor([toy], 'fenmarch', head)).toEqual({ outcome: 'reached', position: head });
    expect([await sum('fenmarch'), await sumOfJournal('fenmarch')]).toEqual([(head - 1) * 2, (head - 1) * 2]);
    expect(await sum('wexcombe')).toBe(50);
    expect(rebuilt.authorities).toBe(2);
    expect(progress.length).toBeGreaterThan(10);
    expect(progress.at(-1)?.[0]).toBe(rebuilt.events);
    expect(progress.every(([done, total]) => done <= total)).toBe(true);
  });

  it('leaves what stands when a rebuild cannot get as far', async () => {
    const one = engine();
    await toyLedger.append('fenmarch', ...many(20), counted('a', 1, 'cursed'), ...many(5));
    await one.catchUp();
    toyFaults.refuseNote = 'cursed';
    await expect(one.rebuild('toy')).rejects.toThrow('fenmarch\'s Counted at 21 cannot be folded (No counter takes “cursed”.). What stood before still stands.');
    expect(await sum('fenmarch')).toBe(26);
    await toyLedger.append('fenmarch', ...many(5));
    await one.catchUp();
    expect(await sum('fenmarch')).toBe(31);
    toyFaults.refuseNote = undefined;
    await one.rebuild('toy');
    expect(await sum('fenmarch')).toBe(31);
  });
});

describe('the engine on PostgreSQL', () => {
  it('loses and doubles nothing while its connections are cut', async () => {
    const under = await testStoresInPostgres();
    const toyLedger = new ToyLedger();
    const signals = new Signals();
    const failures: unknown[] = [];
    const failed = (_: string, failure: unknown): unknown => failures.push(failure);
    const one = new Engine(toyLedger.ledger, under.stores, [toy], signals, { batch: 5, lookEveryMs: 50, failed });
    await one.start();
    for (let i = 0; i < 40; i += 1) {
      await toyLedger.append('fenmarch', ...Array.from({ length: 50 }, (_, n) => counted(`c${n}`, 1)));
      if (i % 4 === 0) await under.cut();
      await pause(5);
    }
    expect((await one.checkpoints.waitFor([toy], 'fenmarch', 2_000, 30_000)).outcome).toBe('reached');
    expect(failures.length).toBeGreaterThan(0);
    const journal = await under.rows('journal', 'fenmarch');
    expect(journal).toHaveLength(2_000);
    const totals = await under.rows('totals', 'fenmarch');
    expect(totals.map(({ amount }) => amount)).toEqual(Array(50).fill(40));
    await one.stop();
    signals.close();
    await under.end();
  });

  it('rebuilds a projection once at a time', async () => {
    const under = await testStoresInPostgres();
    const toyLedger = new ToyLedger();
    await toyLedger.append('fenmarch', counted('a', 1));
    const signals = new Signals();
    let hasBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    let wasRefused = (): void => undefined;
    const refused = new Promise<void>((resolve) => (wasRefused = resolve));
    /** Reads what there is to fold, which a rebuild does under its lock, only once the other was refused. */
    const waiting = new Proxy(toyLedger.ledger, {
      get: (ledger, name) => {
        const asked = (ledger[name as keyof Ledger] as (...all: unknown[]) => unknown).bind(ledger);
        if (name !== 'read') return asked;
        return async (...all: unknown[]) => {
          hasBegun();
          await refused;
          return asked(...all);
        };
      },
    });
    const one = new Engine(waiting, under.stores, [toy], signals);
    const other = new Engine(toyLedger.ledger, under.stores, [toy], signals);
    const first = one.rebuild('toy');
    await begun;
    await expect(other.rebuild('toy')).rejects.toMatchObject({ kind: 'conflict' });
    wasRefused();
    await first;
    await other.rebuild('toy');
    signals.close();
    await under.end();
  });

  it('gives a rebuild up when it is no longer wanted', async () => {
    const under = await testStoresInPostgres();
    const toyLedger = new ToyLedger();
    await toyLedger.append('fenmarch', counted('a', 1));
    const signals = new Signals();
    const one = new Engine(toyLedger.ledger, under.stores, [toy], signals);
    await one.catchUp();
    await expect(one.rebuild('toy', undefined, AbortSignal.abort(new Error('not now')))).rejects.toThrow('not now');
    expect(await under.rows('totals', 'fenmarch')).toHaveLength(1);
    const left = await under.database.query(`select nspname from pg_namespace where nspname like 'toy%' order by 1`);
    expect(left).toEqual([{ nspname: 'toy_v1' }]);
    await one.rebuild('toy');
    signals.close();
    await under.end();
  });

  it('tells a definition from a table that does not match it', async () => {
    const under = await testStoresInPostgres();
    const { totals } = toy.tables;
    const wrong = { ...toy, name: 'wrong', tables: { totals: { ...totals, ddl: totals.ddl.replace('last date not null', 'last text') } } };
    const signals = new Signals();
    const one = new Engine(new ToyLedger().ledger, under.stores, [wrong], signals);
    await expect(one.prepare()).rejects.toThrow('last date');
    signals.close();
    await under.end();
  });

  it('shows the application the rows of the authorities that its transaction names', async () => {
    const under = await testStoresInPostgres();
    const toyLedger = new ToyLedger();
    await toyLedger.append('fenmarch', counted('a', 1));
    await toyLedger.append('wexcombe', counted('a', 2));
    const signals = new Signals();
    const one = new Engine(toyLedger.ledger, under.stores, [toy], signals);
    await one.catchUp();
    for (const stage of ['made', 'rebuilt']) {
      const seen = (authorities: string[]): Promise<object[]> =>
        under.database.read(authorities, (tx) => tx.query('select authority, amount from toy_v1.totals order by 1'));
      expect([stage, await seen(['wexcombe'])]).toEqual([stage, [{ authority: 'wexcombe', amount: 2 }]]);
      expect(await seen(['fenmarch', 'wexcombe'])).toHaveLength(2);
      expect(await seen([])).toEqual([]);
      await expect(under.database.write(['fenmarch'], (tx) => tx.query('delete from toy_v1.totals'))).rejects.toThrow('permission denied');
      const tables = await under.database.query<{ open: string }>(
        `select relname as open from pg_class where relnamespace = 'toy_v1'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
      );
      expect(tables).toEqual([]);
      const indexes = await under.database.query(`select from pg_indexes where schemaname = 'toy_v1' and indexname = 'journal_counter'`);
      expect(indexes).toHaveLength(1);
      await one.rebuild('toy');
    }
    signals.close();
    await under.end();
  });
});
