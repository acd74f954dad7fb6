import { toy } from '../../../test/support/toy-projection.js';
import { RowChanges, type Row, type TableChange } from './row-changes.js';
import type { Flush, ProjectionStores } from './store.js';

/** Stores under test, and how their tables are read. */
export interface StoresUnderTest {
  readonly stores: ProjectionStores;
  rows(table: string, authority: string): Promise<readonly Row[]>;
  end(): Promise<void>;
}

type Gathering = (rows: RowChanges<typeof toy.tables>['rows']) => void;

function changes(gather: Gathering): readonly TableChange[] {
  const gathered = new RowChanges(toy.tables);
  gather(gathered.rows);
  return gathered.take();
}

const flush = (authority: string, from: number, to: number, more: Partial<Flush> = {}): Flush => ({
  authority, from, to, changes: [], states: [], shared: undefined, ...more,
});

/** What every store of projections promises. */
export function storesConform(name: string, make: () => Promise<StoresUnderTest>): void {
  describe(`the store of a projection, ${name}`, () => {
    let under: StoresUnderTest;
    const store = (): ReturnType<ProjectionStores['of']> => under.stores.of(toy);

    beforeEach(async () => {
      under = await make();
      await store().prepare();
      await store().prepare();
    });
    afterEach(() => under.end());

    it('stands at 0 in a ledger that it has not begun', async () => {
      expect(await store().standing('fenmarch')).toEqual({ position: 0, shared: undefined, parked: undefined });
      expect(await store().positions(['fenmarch'])).toEqual(new Map());
    });

    it('moves a checkpoint only from where it is', async () => {
      expect(await store().flush(flush('fenmarch', 0, 5))).toBe(true);
      expect(await store().flush(flush('fenmarch', 0, 7))).toBe(false);
      expect(await store().flush(flush('fenmarch', 3, 7))).toBe(false);
      expect(await store().flush(flush('fenmarch', 6, 7))).toBe(false);
      expect(await store().flush(flush('fenmarch', 5, 6))).toBe(true);
      expect(await store().flush(flush('wexcombe', 0, 2))).toBe(true);
      expect(await store().positions(['fenmarch', 'wexcombe'])).toEqual(new Map([['fenmarch', 6], ['wexcombe', 2]]));
    });

    it('lets one of many flushes from the same position through', async () => {
      const all = Array.from({ length: 6 }, (_, i) =>
        store().flush(flush('fenmarch', 0, i + 1, { changes: changes(({ totals }) => totals.add(total(1))) })),
      );
      expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1);
      expect(await under.rows('totals', 'fenmarch')).toEqual([expect.objectContaining({ amount: 1 })]);
    });

    it('remembers its checkpoint through very many flushes', async () => {
      for (let at = 0; at < 200; at += 1) expect(await store().flush(flush('fenmarch', at, at + 1))).toBe(true);
      expect(await store().flush(flush('fenmarch', 10, 11))).toBe(false);
      expect((await store().standing('fenmarch')).position).toBe(200);
    });

    it('inserts, adds, replaces and removes rows', async () => {
      await store().flush(
        flush('fenmarch', 0, 1, {
          changes: changes(({ journal, totals, present }) => {
            journal.insert({ position: 1, counter: 'a', amount: 5, note: null });
            journal.insert({ position: 1, counter: 'b', amount: 6, note: 'NULL, "quoted" {and} \\ back\nslashed \t 🙂' });
            totals.add(total(5));
            totals.add(total(7, '2026-02-01'));
            present.put({ counter: 'a', count: 1, worth: 1 });
            present.put({ counter: 'a', count: 2, worth: 2n });
            present.put({ counter: 'b', count: 3, worth: 3 });
            present.put({ counter: 'c', count: 3, worth: 3 });
            present.remove({ counter: 'c' });
          }),
        }),
      );
      await store().flush(
        flush('fenmarch', 1, 2, {
          changes: changes(({ totals, present }) => {
            totals.add(total(30, '2026-03-01'));
            present.remove({ counter: 'b' });
            present.remove({ counter: 'never there' });
            present.remove({ counter: 'a' });
            present.put({ counter: 'a', count: 4, worth: 5 });
          }),
        }),
      );
      expect(await under.rows('journal', 'fenmarch')).toEqual([
        { position: 1, counter: 'a', amount: 5, note: null },
        { position: 1, counter: 'b', amount: 6, note: 'NULL, "quoted" {and} \\ back\nslashed \t 🙂' },
      ]);
      expect(await under.rows('totals', 'fenmarch')).toEqual([{ counter: 'a', amount: 42, events: 3, last: '2026-03-01' }]);
      expect(await under.rows('present', 'fenmarch')).toEqual([{ counter: 'a', count: 4, worth: 5 }]);
      expect(await under.rows('present', 'wexcombe')).toEqual([]);
    });

    it('writes a flush whole or not at all', async () => {
      const journal = (position: number): Gathering => ({ journal }) =>
        journal.insert({ position, counter: 'a', amount: 1, note: null });
      await store().flush(flush('fenmarch', 0, 1, { changes: changes(journal(1)) }));
      const failing = flush('fenmarch', 1, 2, {
        changes: changes((rows) => {
          rows.present.put({ counter: 'a', count: 1, worth: 1 });
          rows.totals.add(total(1));
          rows.journal.insert({ position: 2, counter: 'a', amount: 1, note: null });
          journal(1)(rows);
        }),
        states: [{ stream: 'counter:a', version: 1, position: 2, text: '{}' }],
        shared: '{}',
      });
      await expect(store().flush(failing)).rejects.toThrow('journal');
      expect(await store().standing('fenmarch')).toEqual({ position: 1, shared: undefined, parked: undefined });
      expect(await store().states('fenmarch', ['counter:a'])).toEqual([]);
      expect(await under.rows('present', 'fenmarch')).toEqual([]);
      expect(await under.rows('totals', 'fenmarch')).toEqual([]);
      expect(await under.rows('journal', 'fenmarch')).toHaveLength(1);
    });

    it('takes very many rows at once', async () => {
      const many = changes(({ journal, totals, present }) => {
        for (let i = 0; i < 5_000; i += 1) {
          journal.insert({ position: i, counter: `c${i}`, amount: i, note: i % 2 === 0 ? null : `row\t${i}\\` });
          totals.add({ ...total(i), counter: `c${i}` });
          present.put({ counter: `c${i}`, count: i, worth: -i });
        }
      });
      await store().flush(flush('fenmarch', 0, 5_000, { changes: many }));
      const journal = await under.rows('journal', 'fenmarch');
      expect(journal).toHaveLength(5_000);
      expect(journal.find(({ counter }) => counter === 'c4999')).toEqual({ position: 4_999, counter: 'c4999', amount: 4_999, note: 'row\t4999\\' });
      expect(await under.rows('totals', 'fenmarch')).toHaveLength(5_000);
      expect(await under.rows('present', 'fenmarch')).toHaveLength(5_000);
    });

    it('keeps states by stream and authority, the later of two', async () => {
      const state = (stream: string, version: number): Flush['states'][number] => ({ stream, version, position: version * 10, text: `{"v":"${version}ü"}` });
      await store().flush(flush('fenmarch', 0, 50, { states: [state('counter:b', 2), state('counter:a', 5)], shared: 'we' }));
      await store().keepStates('fenmarch', [state('counter:a', 3), state('counter:b', 4)]);
      await store().keepStates('wexcombe', [state('counter:a', 1)]);
      const kept = await store().states('fenmarch', ['counter:b', 'counter:a', 'counter:c']);
      expect([...kept].sort((a, b) => a.version - b.version)).toEqual([state('counter:b', 4), state('counter:a', 5)]);
      expect(await store().states('wexcombe', ['counter:a'])).toEqual([state('counter:a', 1)]);
      expect((await store().standing('fenmarch')).shared).toBe('we');
      await store().flush(flush('fenmarch', 50, 51));
      expect((await store().standing('fenmarch')).shared).toBe('we');
    });

    it('parks an authority once, until it is released', async () => {
      const parked = { authority: 'fenmarch', position: 7, eventType: 'Counted', error: 'no', since: '2026-03-31T10:00:00.000Z' };
      await store().park(parked);
      await store().park({ ...parked, position: 8 });
      expect((await store().standing('fenmarch')).parked).toEqual(parked);
      expect(await store().parked(['wexcombe', 'fenmarch'])).toEqual([parked]);
      expect(await store().release('wexcombe')).toBe(false);
      expect(await store().release('fenmarch')).toBe(true);
      expect(await store().parked(['fenmarch'])).toEqual([]);
    });

    it('gives way to a shadow, which holds flushes off while it takes the last events', async () => {
      const one = changes(({ totals }) => totals.add(total(1)));
      const two = changes(({ totals }) => totals.add(total(2)));
      await store().flush(flush('fenmarch', 0, 1, { changes: one }));
      const shadow = await under.stores.shadow(toy);
      await shadow.store.flush(flush('fenmarch', 0, 1, { changes: two, states: [], shared: 'anew' }));
      expect(await under.rows('totals', 'fenmarch')).toEqual([expect.objectContaining({ amount: 1 })]);

      let meanwhile: Promise<boolean> | undefined;
      await shadow.takeOver(async () => {
        meanwhile = store().flush(flush('fenmarch', 1, 2, { changes: one }));
        meanwhile.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(await shadow.store.flush(flush('fenmarch', 1, 3, { changes: two }))).toBe(true);
      });
      expect(await meanwhile).toBe(false);
      expect(await under.rows('totals', 'fenmarch')).toEqual([expect.objectContaining({ amount: 4 })]);
      expect(await store().standing('fenmarch')).toEqual({ position: 3, shared: 'anew', parked: undefined });
      expect(await store().flush(flush('fenmarch', 3, 4))).toBe(true);
    });

    it('stays as it is when a shadow is discarded or cannot take over', async () => {
      await store().flush(flush('fenmarch', 0, 1));
      const discarded = await under.stores.shadow(toy);
      await discarded.store.flush(flush('fenmarch', 0, 9));
      await discarded.discard();
      const failing = await under.stores.shadow(toy);
      await expect(failing.takeOver(() => Promise.reject(new Error('too late')))).rejects.toThrow('too late');
      await failing.discard();
      expect((await store().standing('fenmarch')).position).toBe(1);
      expect(await store().flush(flush('fenmarch', 1, 2))).toBe(true);
    });
  });
}

const total = (amount: number, last = '2026-01-01'): { counter: string; amount: number; events: number; last: string } => ({
  counter: 'a', amount, events: 1, last,
});
