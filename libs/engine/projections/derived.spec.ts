import { toy } from '../../../test/support/toy-projection.js';
import { subtotalEvery } from '../../../test/support/toy-subtotal.js';
import { testStoresInMemory, testStoresInPostgres, type TestStoresInPostgres } from '../../../test/support/toy-stores.js';
import { derivationsOf } from './derived.js';
import { defineProjection } from './projection.js';
import { RowChanges } from './row-changes.js';
import type { Flush, ProjectionStore } from './store.js';

const EVERY = 4;

const subtotal = subtotalEvery(EVERY);
const summed = defineProjection({ ...toy, name: 'summed', derived: { subtotal } });

/** Positions `from + 1` to `to`, each of which counts 1; every second one counter b. */
function counting(from: number, to: number): Flush {
  const changes = new RowChanges(summed.tables);
  for (let position = from + 1; position <= to; position += 1) {
    changes.rows.journal.insert({ position, counter: position % 2 === 0 ? 'b' : 'a', amount: 1, note: null });
  }
  return { authority: 'fenmarch', from, to, changes: changes.take(), states: [], shared: undefined };
}

describe('The blocks that a flush completes', () => {
  const ranges = (from: number, to: number) => derivationsOf('summed_v1', { subtotal }, from, to).map((one) => [one.from, one.to]);

  it('are those whose last position it writes, whole', () => {
    expect(ranges(0, 3)).toEqual([]);
    expect(ranges(0, 4)).toEqual([[0, 4]]);
    expect(ranges(3, 4)).toEqual([[0, 4]]);
    expect(ranges(3, 13)).toEqual([[0, 12]]);
    expect(ranges(4, 7)).toEqual([]);
  });

  it('are derived in the projection’s own schema', () => {
    const [derivation] = derivationsOf('summed_v1_shadow', { subtotal }, 0, 4);
    expect(derivation!.text).toContain('insert into "summed_v1_shadow".subtotal');
    expect(derivation!.text).not.toContain('projection.');
  });
});

describe('A derived table', () => {
  let under: TestStoresInPostgres;
  beforeEach(async () => {
    under = await testStoresInPostgres();
    await under.stores.of(summed).prepare();
  });
  afterEach(() => under.end());

  const flush = async (store: ProjectionStore, ...ends: readonly number[]) => {
    for (const [index, to] of ends.entries()) expect(await store.flush(counting(ends[index - 1] ?? 0, to))).toBe(true);
  };
  const subtotals = async () => (await under.rows('subtotal', 'fenmarch', { ...summed, tables: { subtotal: { key: ['position', 'counter'] } } })).map(({ counter, position, amount }) => [position, counter, amount]);
  const upTo12 = [
    [4, 'a', 2],
    [4, 'b', 2],
    [8, 'a', 4],
    [8, 'b', 4],
    [12, 'a', 6],
    [12, 'b', 6],
  ];

  it.each([[[12]], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]], [[3, 13]], [[5, 6, 15]]])('says the same however its positions were flushed: %j', async (ends) => {
    await flush(under.stores.of(summed), ...ends);
    expect(await subtotals()).toEqual(upTo12);
  });

  it('is seen by the application for its own authorities alone', async () => {
    await flush(under.stores.of(summed), 12);
    const seen = (authority: string) => under.database.read([authority], (tx) => tx.query('select from summed_v1.subtotal'));
    expect(await seen('fenmarch')).toHaveLength(6);
    expect(await seen('wexcombe')).toHaveLength(0);
  });

  it('is written with its flush or not at all', async () => {
    const store = under.stores.of(summed);
    await flush(store, 3);
    await under.database.as('svl_projector', (tx) => tx.query('alter table summed_v1.subtotal add constraint none check (amount < 2)'));
    await expect(store.flush(counting(3, 5))).rejects.toThrow('none');
    expect((await store.standing('fenmarch')).position).toBe(3);
    expect(await under.rows('journal', 'fenmarch', summed)).toHaveLength(3);
  });

  it('is made anew in a shadow', async () => {
    const store = under.stores.of(summed);
    await flush(store, 5);
    const shadow = await under.stores.shadow(summed);
    await flush(shadow.store, 12);
    await shadow.takeOver(() => Promise.resolve());
    expect(await subtotals()).toEqual(upTo12);
    await expect(store.flush(counting(5, 6))).resolves.toBe(false);
  });
});

it('A derived table has no twin in memory', async () => {
  const under = await testStoresInMemory();
  expect(await under.stores.of(summed).flush(counting(0, 12))).toBe(true);
  expect(await under.rows('journal', 'fenmarch', summed)).toHaveLength(12);
  await under.end();
});
