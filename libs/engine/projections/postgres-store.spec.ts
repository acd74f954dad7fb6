import { toy } from '../../../test/support/toy-projection.js';
import { testStoresInPostgres, type TestStoresInPostgres } from '../../../test/support/toy-stores.js';
import { PostgresBulk } from './bulk/postgres-bulk.js';
import { Moved } from './failures.js';
import { PostgresStore } from './postgres-store.js';
import type { ProjectionStore } from './store.js';

let under: TestStoresInPostgres;
let store: ProjectionStore;
beforeEach(async () => {
  under = await testStoresInPostgres();
  store = under.stores.of(toy);
  await store.prepare();
});
afterEach(() => under.end());

const flushes = async (from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += 1) expect(await store.flush({ authority: 'fenmarch', from: at, to: at + 1, changes: [], states: [], shared: undefined })).toBe(true);
};
const checkpoints = async (): Promise<number[]> =>
  (await under.database.read(['fenmarch'], (tx) => tx.query<{ at: number }>('select from_position as at from toy_v1.checkpoint order by 1'))).map(({ at }) => at);

describe('checkpoints that are pruned', () => {
  /** The bug: they were removed at once, and a flush that had stood still meanwhile could move from where another had moved from. */
  it('keep their place taken for ten minutes', async () => {
    await flushes(0, 130);
    expect(await checkpoints()).toHaveLength(130);
    await under.database.as('svl_projector', (tx) => tx.query("update toy_v1.checkpoint set flushed_at = flushed_at - interval '11 minutes' where from_position < 100"));
    await flushes(130, 192);
    expect(await checkpoints()).toEqual(Array.from({ length: 92 }, (_, i) => 100 + i));
    expect((await store.standing('fenmarch')).position).toBe(192);
  });
});

describe('a build in bulk', () => {
  /** The bug: nobody looked whether its checkpoint had moved. */
  it('fails where somebody else has folded into its tables', async () => {
    const bulk = new PostgresBulk(under.database, toy, new PostgresStore(under.database, toy, 'toy_v1'));
    await flushes(0, 1);
    await expect(bulk.finish('fenmarch', 7, undefined)).rejects.toThrow(Moved);
    await bulk.finish('wexcombe', 7, undefined);
    expect(await store.positions(['fenmarch', 'wexcombe'])).toEqual(new Map([['fenmarch', 1], ['wexcombe', 7]]));
  });
});
