import { setTimeout as pause } from 'node:timers/promises';
import { counted, ToyLedger } from '../../../test/support/toy-ledger.js';
import { toy } from '../../../test/support/toy-projection.js';
import { testStoresInPostgres, type TestStoresInPostgres } from '../../../test/support/toy-stores.js';
import { ATTEMPTS, pauseAfter } from './exchange.js';
import { Engine } from './engine.js';
import { Signals } from './signals.js';

describe('While a rebuilt projection takes over', () => {
  let under: TestStoresInPostgres;
  let toyLedger: ToyLedger;
  let signals: Signals;
  let engine: Engine;
  const counts = (n: number): ReturnType<typeof counted>[] => Array.from({ length: n }, (_, i) => counted(`c${i % 5}`, 1));
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  /** Whether the shadow has got its rights, and so only waits to be exchanged. */
  const isComplete = async (): Promise<boolean> => {
    const found = `select from pg_class where oid = to_regclass('toy_v1_shadow.journal') and relforcerowsecurity`;
    return (await under.database.as('svl_projector', (tx) => tx.query(found))).length === 1;
  };

  beforeEach(async () => {
    under = await testStoresInPostgres();
    toyLedger = new ToyLedger();
    signals = new Signals();
    engine = new Engine(toyLedger.ledger, under.stores, [toy], signals, { batch: 20, lookEveryMs: 20 });
    await toyLedger.append('fenmarch', ...counts(60));
    await engine.start();
    await engine.checkpoints.waitFor([toy], 'fenmarch', 60);
  });
  afterEach(async () => {
    await engine.stop();
    signals.close();
    await under.end();
  });

  it('a reading that goes on is let through first, and what is appended meanwhile is folded', async () => {
    let rebuilt = false;
    let rebuilding: Promise<unknown> = Promise.resolve();
    await under.database.read(['fenmarch'], async (tx) => {
      const sum = async (): Promise<object[]> => tx.query('select sum(amount)::integer as sum, count(*)::integer as rows from toy_v1.journal');
      expect(await tx.query('select max(to_position) as position from toy_v1.checkpoint')).toEqual([{ position: 60 }]);
      rebuilding = engine.rebuild('toy').then(() => (rebuilt = true));
      await until(isComplete);
      const position = await toyLedger.append('fenmarch', ...counts(7));
      expect(await engine.checkpoints.waitFor([toy], 'fenmarch', position)).toEqual({ outcome: 'reached', position });
      expect(rebuilt).toBe(false);
      expect(await sum()).toEqual([{ sum: 60, rows: 60 }]);
    });
    await rebuilding;
    const rows = await under.rows('journal', 'fenmarch');
    expect(rows).toHaveLength(67);
    expect(await engine.checkpoints.position(toy, 'fenmarch')).toBe(67);
  });

  /** The bug: a lock that could not be had was asked for again at once, and the rebuild was thrown away after ten seconds. */
  it('a lock that cannot be had is asked for again after ever longer pauses, for some ten minutes', async () => {
    const pauses = Array.from({ length: ATTEMPTS - 1 }, (_, i) => pauseAfter(i + 1));
    expect(pauses.every((pause, i) => i === 0 || pause >= pauses[i - 1]!)).toBe(true);
    expect(Math.max(...pauses)).toBe(30_000);
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(7 * 60_000);

    let attempts = 0;
    await under.stores.of(toy).prepare();
    const shadow = await under.stores.shadow(toy);
    let takingOver: Promise<unknown> = Promise.resolve();
    // it has written, so it is no reader who is let through first
    await under.database.write(['fenmarch'], async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await tx.query('select from toy_v1.journal');
      takingOver = shadow.takeOver(() => Promise.resolve(void (attempts += 1)));
      await pause(3_000);
    });
    expect(attempts).toBeGreaterThan(1);
    expect(attempts).toBeLessThan(5);
    await takingOver;
  });

  it('whoever gives the rebuild up meanwhile does not wait for that', async () => {
    const stopping = new AbortController();
    const shadow = await under.stores.shadow(toy);
    await under.database.write(['fenmarch'], async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await tx.query('select from toy_v1.journal');
      const takingOver = shadow.takeOver(() => Promise.resolve(), stopping.signal);
      setTimeout(() => stopping.abort(new Error('stopped')), 1_200);
      await expect(takingOver).rejects.toThrow(/aborted/);
    });
    await shadow.discard();
  });

  it('what writes for long, as an import does, is not waited for', async () => {
    await under.database.write(['fenmarch'], async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await engine.rebuild('toy');
    });
    expect(await engine.checkpoints.position(toy, 'fenmarch')).toBe(60);
  });
});
