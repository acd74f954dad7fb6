import { toy } from '../../../test/support/toy-projection.js';
import { Checkpoints } from './checkpoints.js';
import { MemoryStores } from './memory-store.js';
import { Signals } from './signals.js';

describe('waiting for a position', () => {
  let looks: number;
  let signals: Signals;
  let checkpoints: Checkpoints;
  const stores = new MemoryStores();
  const ready = { demand: () => Promise.resolve(), isReady: () => (looks++, Promise.resolve(true)), preparing: () => Promise.reject(new Error('It is ready.')) };

  beforeEach(() => {
    looks = 0;
    signals = new Signals();
    checkpoints = new Checkpoints(stores, signals, ready);
  });
  afterEach(() => signals.close());

  /** The bug: each who waited opened a transaction twenty times a second. */
  it('looks ever less often while there is no word', async () => {
    expect((await checkpoints.waitFor([toy], 'fenmarch', 9, 2_000)).outcome).toBe('timed out');
    // 50, 125, 237, 406, 659, 1039, 1539 ms, the first and the last
    expect(looks).toBeGreaterThan(3);
    expect(looks).toBeLessThanOrEqual(10);
  });

  it('is over with the word that it is reached, however long it has lasted', async () => {
    const waiting = checkpoints.waitFor([toy], 'fenmarch', 1, 60_000);
    await new Promise((passed) => setTimeout(passed, 1_100));
    const before = looks;
    await stores.of(toy).flush({ authority: 'fenmarch', from: 0, to: 1, changes: [], states: [], shared: undefined });
    signals.folded('toy_v1', 'fenmarch', 1);
    expect(await waiting).toEqual({ outcome: 'reached', position: 1 });
    expect(looks).toBe(before + 1);
  });
});
