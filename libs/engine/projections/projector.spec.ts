import fc from 'fast-check';

import { SettableClock } from '#domain/kernel/clock.js';
import { cleared, counted, rateSet, ToyLedger, type ToyFact } from '../../../test/support/toy-ledger.js';
import { toy, toyFaults } from '../../../test/support/toy-projection.js';
import { testStoresInMemory, testStoresInPostgres, type TestStores } from '../../../test/support/toy-stores.js';
import { Projector, type Advance } from './projector.js';
import { StateCache } from './state-cache.js';
import type { Flush, ProjectionStore } from './store.js';

const clock = new SettableClock('2026-03-31T10:00:00.000Z');
const parked = (position: number, error: string, authority = 'fenmarch'): object => ({
  authority, position, eventType: 'Counted', error: expect.stringContaining(error), since: clock.now(),
});

interface Trial {
  readonly batch?: number;
  readonly cache?: StateCache;
  readonly authority?: string;
  readonly store?: ProjectionStore;
}

describe.each([
  ['in memory', testStoresInMemory],
  ['in PostgreSQL', testStoresInPostgres],
])('a projector, %s', (_, make: () => Promise<TestStores>) => {
  let under: TestStores;
  let toyLedger: ToyLedger;

  const projector = ({ batch = 10, cache = new StateCache(1_000), authority = 'fenmarch', store }: Trial = {}): Projector =>
    new Projector(toy, authority, toyLedger.ledger, store ?? under.stores.of(toy), cache, { batch, clock, flushed: () => undefined });
  const toTheHead = async (one: Projector): Promise<Advance> => {
    for (let rounds = 0; rounds < 100; rounds += 1) {
      const left = await one.advance();
      if (left !== 'more') return left;
    }
    throw new Error('It never came to the head.');
  };
  /** All that can be read of an authority. */
  const all = async (authority = 'fenmarch'): Promise<object> => ({
    journal: await under.rows('journal', authority),
    totals: await under.rows('totals', authority),
    present: await under.rows('present', authority),
  });
  const amounts = async (authority = 'fenmarch'): Promise<unknown> =>
    Object.fromEntries((await under.rows('totals', authority)).map(({ counter, amount }) => [counter, amount]));

  beforeEach(async () => {
    under = await make();
    toyLedger = new ToyLedger();
    toyFaults.refuseNote = undefined;
    await under.stores.of(toy).prepare();
  });
  afterEach(() => under.end());

  it('folds each stream onto its own state, with what the authority knows', async () => {
    await toyLedger.append('fenmarch', counted('a', 5), rateSet(2), counted('b', 1), counted('a', 1), rateSet(10), cleared('b'));
    expect(await toTheHead(projector())).toBe('at the head');
    expect(await all()).toEqual({
      journal: [
        { position: 1, counter: 'counter:a', amount: 5, note: 'fine' },
        { position: 2, counter: 'counter:a', amount: 5, note: null },
        { position: 3, counter: 'counter:b', amount: 2, note: 'fine' },
        { position: 4, counter: 'counter:a', amount: 2, note: 'fine' },
        { position: 5, counter: 'counter:a', amount: 48, note: null },
        { position: 5, counter: 'counter:b', amount: 8, note: null },
        { position: 6, counter: 'counter:b', amount: -10, note: null },
      ],
      totals: [
        { counter: 'counter:a', amount: 60, events: 2, last: '2026-01-01' },
        { counter: 'counter:b', amount: 0, events: 2, last: '2026-01-01' },
      ],
      present: [{ counter: 'counter:a', count: 6, worth: 60 }],
    });
  });

  it('stores states of streams that grow alike one after the other: all with one flush, they held it up for seconds', async () => {
    const streams = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const rounds = 256 + streams.length;
    for (let round = 0; round < rounds; round++) await toyLedger.append('fenmarch', ...streams.map((stream) => counted(stream, 1)));
    const stored: string[][] = [];
    const store = under.stores.of(toy);
    const flush = store.flush.bind(store);
    store.flush = (one: Flush) => {
      stored.push(one.states.map(({ stream }) => stream));
      return flush(one);
    };
    await toTheHead(projector({ batch: streams.length, cache: new StateCache(1_000_000), store }));
    expect(stored.slice(0, 255).flat()).toEqual([]);
    expect(Math.max(...stored.map(({ length }) => length))).toBe(1);
    expect(new Set(stored.flat()).size).toBe(streams.length);
    expect(stored.flat()).toHaveLength(streams.length);
  });

  it('goes on where it was, in a new process too', async () => {
    const first = projector();
    await toyLedger.append('fenmarch', counted('a', 5), rateSet(3));
    await toTheHead(first);
    await toyLedger.append('fenmarch', counted('a', 1));
    await toTheHead(first);
    await toyLedger.append('fenmarch', rateSet(1), counted('a', 1));
    await toTheHead(projector());
    expect(await amounts()).toEqual({ 'counter:a': 7 });
  });

  it('pauses after about as many events as it may fold at once', async () => {
    await toyLedger.append('fenmarch', ...Array.from({ length: 35 }, () => counted('a', 1)));
    const one = projector();
    expect(await one.advance(20)).toBe('more');
    expect(one.position).toBe(20);
    expect(await one.advance(20)).toBe('at the head');
    expect(await amounts()).toEqual({ 'counter:a': 35 });
  });

  it('counts nothing twice when two fold the same ledger', async () => {
    await toyLedger.append('fenmarch', ...Array.from({ length: 300 }, (_, i) => counted(`c${i % 7}`, i)), rateSet(3));
    await Promise.all([toTheHead(projector()), toTheHead(projector()), toTheHead(projector({ batch: 3 }))]);
    const raced = await all();
    await toyLedger.copy('fenmarch', 'wexcombe');
    await toTheHead(projector({ authority: 'wexcombe', batch: 1_000 }));
    expect(raced).toEqual(await all('wexcombe'));
  });

  it('begins again from the store when a flush breaks, wherever it breaks', async () => {
    await toyLedger.append('fenmarch', ...Array.from({ length: 95 }, (_, i) => counted(`c${i % 7}`, i)), rateSet(3));
    let flushes = 0;
    const store = under.stores.of(toy);
    const breaking = async (flush: Flush): Promise<boolean> => {
      flushes += 1;
      if (flushes === 3) throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
      const moved = await store.flush(flush);
      if (flushes === 6) throw Object.assign(new Error('no word whether it was committed'), { code: '08006' });
      return moved;
    };
    const whole: ProjectionStore = store;
    const broken = new Proxy(whole, {
      get: (_target, name: keyof ProjectionStore) => (name === 'flush' ? breaking : whole[name].bind(whole)),
    });
    const one = projector({ store: broken });
    await expect(toTheHead(one)).rejects.toThrow('Connection terminated');
    expect((await store.standing('fenmarch')).position).toBe(20);
    await expect(toTheHead(one)).rejects.toThrow('no word');
    expect(await toTheHead(one)).toBe('at the head');
    expect(await store.parked(['fenmarch'])).toEqual([]);
    const mended = await all();
    await toyLedger.copy('fenmarch', 'wexcombe');
    await toTheHead(projector({ authority: 'wexcombe' }));
    expect(mended).toEqual(await all('wexcombe'));
  });

  it.each([1, 2, 7, 10, 11, 64])('parks at the event whose fold throws, after all before it (the %i.)', async (culprit) => {
    const facts = Array.from({ length: 64 }, (_, i) => counted('a', 1, i + 1 === culprit ? 'cursed' : 'fine'));
    await toyLedger.append('fenmarch', ...facts);
    toyFaults.refuseNote = 'cursed';
    const one = projector();
    expect(await toTheHead(one)).toBe('parked');
    const store = under.stores.of(toy);
    expect(await store.parked(['fenmarch'])).toEqual([parked(culprit, 'No counter takes “cursed”.')]);
    expect((await store.standing('fenmarch')).position).toBe(culprit - 1);
    expect(await toTheHead(one)).toBe('parked');
    expect(await toTheHead(projector())).toBe('parked');

    await store.release('fenmarch');
    expect(await toTheHead(one)).toBe('parked');
    toyFaults.refuseNote = undefined;
    await store.release('fenmarch');
    expect(await toTheHead(one)).toBe('at the head');
    expect(await amounts()).toEqual({ 'counter:a': 64 });
  });

  it('tries an event that will not be read like one that cannot be folded', async () => {
    await toyLedger.append('fenmarch', ...Array.from({ length: 30 }, () => counted('a', 1)));
    const read = toyLedger.ledger.read.bind(toyLedger.ledger);
    toyLedger.ledger.read = (authority, after, limit) =>
      after < 17 && after + limit >= 17 ? Promise.reject(new Error('no such upcast')) : read(authority, after, limit);
    expect(await toTheHead(projector())).toBe('parked');
    const [one] = await under.stores.of(toy).parked(['fenmarch']);
    expect(one).toEqual({ ...parked(17, 'no such upcast'), eventType: '(unreadable)' });
    expect(await amounts()).toEqual({ 'counter:a': 16 });
  });

  it('lets the other authorities go on', async () => {
    toyFaults.refuseNote = 'cursed';
    const cache = new StateCache(40);
    await toyLedger.append('fenmarch', counted('a', 1), counted('a', 1, 'cursed'));
    await toyLedger.append('wexcombe', ...Array.from({ length: 50 }, (_, i) => counted(`c${i}`, 1)));
    const here = projector({ cache });
    const there = projector({ cache, authority: 'wexcombe' });
    expect(await toTheHead(here)).toBe('parked');
    expect(await toTheHead(there)).toBe('at the head');
    expect(await under.rows('present', 'wexcombe')).toHaveLength(50);
  });

  const fact = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 9 })).map(([c, by]) => counted(`c${c}`, by)) },
    { weight: 1, arbitrary: fc.nat(6).map((c) => cleared(`c${c}`)) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map(rateSet) },
  );

  it('keeps too few states in memory for the work without anybody noticing', async () => {
    let authorities = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 40 }), async (facts: ToyFact[], batch, bound) => {
        authorities += 1;
        const [small, large] = [`small${authorities}`, `large${authorities}`];
        await toyLedger.append(small, ...facts);
        await toyLedger.copy(small, large);
        await toTheHead(projector({ authority: small, batch, cache: new StateCache(bound) }));
        await toTheHead(projector({ authority: large, batch: 1_000, cache: new StateCache(1_000_000) }));
        expect(await all(small)).toEqual(await all(large));
      }),
      { numRuns: 25 },
    );
  });

  it('stores the states of long streams now and then, so that few events are folded again', async () => {
    await toyLedger.append('fenmarch', ...Array.from({ length: 1_500 }, () => counted('a', 1)));
    await toTheHead(projector({ batch: 50, cache: new StateCache(1_000_000) }));
    const [state] = await under.stores.of(toy).states('fenmarch', ['counter:a']);
    expect(state?.version).toBe(1_200);
    await toyLedger.append('fenmarch', counted('a', 1));
    await toTheHead(projector());
    expect(await under.rows('present', 'fenmarch')).toEqual([{ counter: 'counter:a', count: 1_501, worth: 1_501 }]);
  });
});

describe('a projector on PostgreSQL', () => {
  it('finds the event whose rows the database refuses, and parks there', async () => {
    const under = await testStoresInPostgres();
    const toyLedger = new ToyLedger();
    const store = under.stores.of(toy);
    await store.prepare();
    await toyLedger.append('fenmarch', ...Array.from({ length: 100 }, (_, i) => counted('a', i === 76 ? 2_000_000_000 : 1)));
    const one = new Projector(toy, 'fenmarch', toyLedger.ledger, store, new StateCache(100), { batch: 32, clock, flushed: () => undefined });
    while ((await one.advance()) !== 'parked');
    expect(await store.parked(['fenmarch'])).toEqual([parked(77, 'journal_amount_check')]);
    expect(await under.rows('present', 'fenmarch')).toEqual([{ counter: 'counter:a', count: 76, worth: 76 }]);
    await under.end();
  });
});
