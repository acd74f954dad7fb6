import { Leases } from './leases.js';
import type { Locks, Taken } from './locks.js';

const PATIENCE = 2_000;

/** One engine's leases on one authority, where a test says who holds it and how far the projection is. */
class Bench {
  now = 0;
  position = 0;
  parked: object | undefined;
  taken: Taken = 'mine';
  given: string[] = [];
  private readonly held = new Set<string>();
  private readonly locks: Locks = {
    share: () => Promise.resolve(),
    close: () => Promise.resolve(),
    holds: (key) => this.held.has(key),
    take: (key) => {
      if (this.taken === 'mine') this.held.add(key);
      return Promise.resolve(this.taken);
    },
    give: (key) => {
      if (this.held.delete(key)) this.given.push(key);
      return Promise.resolve();
    },
  };
  readonly leases = new Leases('toy_v1', this.locks, () => Promise.resolve({ position: this.position, parked: this.parked }), {
    patienceMs: PATIENCE,
    now: () => this.now,
  });

  lose(): void {
    this.held.clear();
  }
}

describe('Whose turn it is to fold an authority’s ledger', () => {
  let bench: Bench;
  const turn = (wanted = 10, authority = 'fenmarch') => bench.leases.turn(authority, wanted);
  beforeEach(() => (bench = new Bench()));

  it('is this engine’s when it has the lease; told where the projection is when it has just got it', async () => {
    bench.position = 4;
    expect(await turn()).toEqual({ turn: 'fold', at: 4 });
    bench.position = 5;
    expect(await turn()).toEqual({ turn: 'fold' });
    bench.lose();
    expect(await turn()).toEqual({ turn: 'fold', at: 5 });
  });

  it('is this engine’s too when nobody can be asked', async () => {
    bench.taken = 'unknown';
    expect(await turn()).toEqual({ turn: 'fold' });
  });

  it('is another’s as long as that one gets on', async () => {
    bench.taken = 'another’s';
    for (let i = 0; i < 10; i += 1) {
      bench.position = i;
      expect(await turn()).toEqual({ turn: 'look again' });
      bench.now += PATIENCE - 1;
    }
    bench.position = 10;
    expect(await turn()).toEqual({ turn: 'leave', at: 10 });
  });

  it('is nobody’s while the authority waits for an operator', async () => {
    bench.taken = 'another’s';
    bench.parked = {};
    expect(await turn()).toEqual({ turn: 'leave', at: 0 });
  });

  it('is this engine’s when the holder has come to a stand, and stays so until another gets on again', async () => {
    bench.taken = 'another’s';
    expect(await turn()).toEqual({ turn: 'look again' });
    bench.now += PATIENCE;
    expect(await turn()).toEqual({ turn: 'fold', at: 0 });
    bench.position = 10;
    bench.leases.folded('fenmarch', 10);
    expect(await turn(20)).toEqual({ turn: 'fold' });
    bench.position = 15; // not ours
    expect(await turn(20)).toEqual({ turn: 'look again' });
  });

  it('passes to others when there was nothing to do for a while', async () => {
    await turn(10, 'fenmarch');
    bench.now += 4_000;
    await turn(10, 'wexcombe');
    bench.now += 2_000;
    await bench.leases.giveUnused();
    expect(bench.given).toEqual(['folder of toy_v1 for fenmarch']);
    expect(await turn(10, 'wexcombe')).toEqual({ turn: 'fold' });
  });

  it('is held for a bounded number of authorities', async () => {
    for (let i = 0; i < 250; i += 1) await turn(10, `a${i}`);
    expect(bench.given).toHaveLength(50);
    expect(bench.given[0]).toBe('folder of toy_v1 for a0');
  });
});
