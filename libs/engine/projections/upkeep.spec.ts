import { setTimeout as pause } from 'node:timers/promises';

import { counted, ToyLedger } from '../../../test/support/toy-ledger.js';
import { toy } from '../../../test/support/toy-projection.js';
import { testStoresInPostgres, type TestStoresInPostgres } from '../../../test/support/toy-stores.js';
import type { DerivedTable } from './derived.js';
import { Engine, type EngineSettings } from './engine.js';
import { type AnyProjection, defineProjection } from './projection.js';
import { Signals } from './signals.js';
import { Upkeep } from './upkeep.js';

/** A mark after every ten positions. */
const mark: DerivedTable = {
  columns: { position: 'bigint' },
  ddl: `create table mark (authority text collate "C" not null, position bigint not null, primary key (authority, position))`,
};
const makeMark = `
  insert into projection.mark (authority, position)
  select $1, next from (select coalesce(max(position), 0) + 10 as next from projection.mark where authority = $1) as due where next <= $2::bigint
  returning position`;
const marked = defineProjection({ ...toy, name: 'marked', derived: { mark }, upkeep: { make_mark: makeMark } });

describe('The upkeep of an engine', () => {
  let under: TestStoresInPostgres;
  let toyLedger: ToyLedger;
  let signals: Signals;
  const engines: Engine[] = [];
  const failures: unknown[] = [];

  const engine = (projection: AnyProjection = marked, settings: Partial<EngineSettings> = {}): Engine => {
    const failed = (message: string, failure: unknown): unknown => failures.push([message, failure]);
    const one = new Engine(toyLedger.ledger, under.stores, [projection], signals, { batch: 20, lookEveryMs: 20, upkeepAfterMs: 10, failed, ...settings });
    engines.push(one);
    return one;
  };
  const marks = async (schema = 'marked_v1', authority = 'fenmarch') =>
    (await under.database.read([authority], (tx) => tx.query<{ position: number }>(`select position from ${schema}.mark order by position`))).map(({ position }) => position);
  const marksBecome = async (wanted: readonly number[], schema?: string): Promise<void> => {
    const began = performance.now();
    while ((await marks(schema)).length !== wanted.length && performance.now() - began < 10_000) await pause(10);
    expect(await marks(schema)).toEqual(wanted);
  };
  /** As a process that has ended left it. */
  const foldedBefore = async (): Promise<void> => {
    await engine(marked, { upkeepAfterMs: 600_000 }).catchUp();
    await engines.pop()!.stop();
  };
  const append = (authority: string, events: number) => toyLedger.append(authority, ...Array.from({ length: events }, (_, i) => counted(`c${i % 9}`, 1)));

  beforeEach(async () => {
    under = await testStoresInPostgres();
    toyLedger = new ToyLedger();
    signals = new Signals();
  });
  afterEach(async () => {
    for (const one of engines.splice(0)) await one.stop();
    signals.close();
    await under.end();
    expect(failures.splice(0)).toEqual([]);
  });

  it('follows flushes', async () => {
    await engine().start();
    await append('fenmarch', 25);
    await marksBecome([10, 20]);
  });

  it('finds at a start what is due where nobody appends (bug: only a flush woke it)', async () => {
    await append('fenmarch', 35);
    await foldedBefore();
    expect(await marks()).toEqual([]);
    await engine().start();
    await marksBecome([10, 20, 30]);
  });

  it('makes anew after a rebuild what went with the old tables (bug: only a flush woke it)', async () => {
    await append('fenmarch', 25);
    const one = engine();
    await one.start();
    await marksBecome([10, 20]);
    await one.rebuild('marked');
    await marksBecome([10, 20]);
  });

  it('finds what another process has rebuilt, after a while (bug: only a flush woke it)', async () => {
    await append('fenmarch', 25);
    await engine(marked, { upkeepEveryMs: 50 }).start();
    await marksBecome([10, 20]);
    await engine().rebuild('marked');
    await marksBecome([10, 20]);
  });

  it('begins with a version that has just been built (bug: only a flush woke it)', async () => {
    await append('fenmarch', 25);
    await foldedBefore();
    await engine({ ...marked, version: 2 }).start();
    while (!(await under.stores.versions.readable('marked')).includes(2)) await pause(10);
    await marksBecome([10, 20], 'marked_v2');
  });

  it('leaves to another engine what that one has just made, and is no failure', async () => {
    await append('fenmarch', 25);
    await foldedBefore();
    const store = under.stores.of(marked);
    const second = await under.database.as('svl_projector', async (tx) => {
      await tx.query(`insert into marked_v1.mark values ('fenmarch', 10)`);
      const upkeep = { ended: store.upkeep('fenmarch', 25) };
      const waiting = 'select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()';
      while ((await tx.query(waiting)).length === 0) await pause(5);
      return upkeep;
    });
    expect(await second.ended).toBe(false);
    expect(await store.upkeep('fenmarch', 25)).toBe(true);
    expect(await marks()).toEqual([10, 20]);
  });
});

it('Upkeep does not forget a flush for what was seen before it', async () => {
  const reached: number[] = [];
  const upkeep = new Upkeep({ upkeep: (_, position) => Promise.resolve(reached.push(position) < 0) }, () => undefined, 5);
  upkeep.wake('fenmarch', 20);
  upkeep.wake('fenmarch', 10);
  await pause(50);
  await upkeep.stop();
  expect(reached).toEqual([20]);
});
