import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { systemClock } from '#domain/kernel/clock.js';
import { cleared, counted, rateSet, toyCatalogue, type ToyFact, ToyLedger } from '../../../../test/support/toy-ledger.js';
import { toy, toyFaults } from '../../../../test/support/toy-projection.js';
import { testStoresInPostgres, type TestStoresInPostgres } from '../../../../test/support/toy-stores.js';
import { Projector } from '../projector.js';
import { rebuild } from '../rebuild.js';
import { StateCache } from '../state-cache.js';

/** The toy, which says that its counters can be folded one after another. */
const byStream = { ...toy, byStream: { prefix: 'counter:', heeded: ['Counted', 'Cleared'] } };
const settings = { batch: 7, clock: systemClock, flushed: () => undefined };

describe('a rebuild that folds stream by stream', () => {
  let stores: TestStoresInPostgres;
  let toyLedger: ToyLedger;

  beforeEach(async () => {
    stores = await testStoresInPostgres();
    toyLedger = new ToyLedger(new PostgresLedger({ database: stores.database, catalogue: toyCatalogue }));
    await stores.stores.of(toy).prepare();
  });
  afterEach(async () => {
    toyFaults.refuseNote = undefined;
    await stores.end();
  });

  /** Folds in the order of the ledger, up to its head. */
  async function follow(authority: string): Promise<void> {
    const projector = new Projector(toy, authority, toyLedger.ledger, stores.stores.of(toy), new StateCache(1_000), settings);
    while ((await projector.advance()) === 'more');
  }

  const rebuilt = () => rebuild(byStream, toyLedger.ledger, stores.stores, { settings, cacheEvents: 1_000 });
  const everyRow = async (authority: string) => Object.fromEntries(await Promise.all(Object.keys(toy.tables).map(async (table) => [table, await stores.rows(table, authority)] as const)));

  /** Counters that interleave, with changes of the rate in between that concern all that have begun. */
  const facts: readonly ToyFact[] = Array.from({ length: 120 }, (_, i) =>
    i % 23 === 5 ? rateSet(i) : i % 31 === 30 ? cleared(`K${i % 5}`) : counted(`K${(i * i) % 7}`, i, `note ${i}\t\\`),
  );

  it('makes the rows that folding in the order of the ledger makes', async () => {
    await toyLedger.append('fenmarch', ...facts);
    await toyLedger.append('other', ...facts.slice(0, 40));
    await follow('fenmarch');
    await follow('other');
    const [fenmarch, other] = [await everyRow('fenmarch'), await everyRow('other')];
    expect(fenmarch['journal']!.length).toBeGreaterThan(facts.length);

    expect(await rebuilt()).toEqual({ authorities: 2, events: 160 });
    expect(await everyRow('fenmarch')).toEqual(fenmarch);
    expect(await everyRow('other')).toEqual(other);
    expect(await stores.stores.of(toy).standing('fenmarch')).toMatchObject({ position: 120, parked: undefined });
  });

  it('is followed on in the order of the ledger as if it had always been', async () => {
    await toyLedger.append('fenmarch', ...facts);
    await rebuilt();
    await toyLedger.append('fenmarch', rateSet(3), counted('K1', 9), counted('new', 4), cleared('K2'));
    await follow('fenmarch');
    const after = await everyRow('fenmarch');

    await toyLedger.copy('fenmarch', 'again');
    await follow('again');
    expect(await everyRow('again')).toEqual(after);
  });

  it('has its keys and indexes afterwards: a row of one key twice is refused', async () => {
    await toyLedger.append('fenmarch', ...facts);
    await rebuilt();
    const twice = `insert into toy_v1.journal select * from toy_v1.journal limit 1`;
    await expect(stores.database.as('svl_projector', (tx) => tx.query(twice))).rejects.toThrow('journal_pkey');
  });

  /** The totals of a million events were derived for minutes: each row was looked for in the whole table of dimensions. */
  it('derives rows once the indexes are there', async () => {
    const found = {
      columns: { name: 'text' },
      ddl: 'create table found (authority text collate "C" not null, name text collate "C" not null, primary key (authority, name))',
      derive: {
        every: 100,
        statement: `insert into projection.found (authority, name)
          select $1, coalesce(to_regclass('projection.journal_counter')::text, 'no index') where $3::bigint > $2::bigint and $4::bigint > 0`,
      },
    } as const;
    const finding = { ...byStream, name: 'finding', derived: { found } };
    await stores.stores.of(finding).prepare();
    await toyLedger.append('fenmarch', ...facts);
    await rebuild(finding, toyLedger.ledger, stores.stores, { settings, cacheEvents: 1_000 });
    const rows = await stores.database.as('svl_projector', (tx) => tx.query<{ name: string }>('select name from finding_v1.found'));
    expect(rows.map(({ name }) => name)).toEqual([expect.stringContaining('journal_counter')]);
  });

  it('stands where it stood when an event cannot be folded, and says which by the order of the ledger', async () => {
    await toyLedger.append('fenmarch', counted('K2', 1), counted('K1', 1, 'cursed'), counted('K0', 1, 'cursed'));
    await follow('fenmarch');
    const stood = await everyRow('fenmarch');
    toyFaults.refuseNote = 'cursed';
    await expect(rebuilt()).rejects.toThrow('fenmarch\'s Counted at 2 cannot be folded (No counter takes “cursed”.).');
    expect(await everyRow('fenmarch')).toEqual(stood);
  });

  it('begins again when its connections are lost', async () => {
    await toyLedger.append('fenmarch', ...facts);
    await follow('fenmarch');
    const stood = await everyRow('fenmarch');
    let cut = 0;
    const progress = (): void => {
      if (cut++ === 0) void stores.cut();
    };
    expect(await rebuild(byStream, toyLedger.ledger, stores.stores, { settings, cacheEvents: 1_000, progress })).toMatchObject({ events: 120 });
    expect(cut).toBeGreaterThan(1);
    expect(await everyRow('fenmarch')).toEqual(stood);
  });

  it('is given up when asked to, and what stood before still stands', async () => {
    await toyLedger.append('fenmarch', ...facts);
    await follow('fenmarch');
    const stood = await everyRow('fenmarch');
    const signal = AbortSignal.abort(new Error('Enough.'));
    await expect(rebuild(byStream, toyLedger.ledger, stores.stores, { settings, cacheEvents: 1_000, signal })).rejects.toThrow('Enough.');
    expect(await everyRow('fenmarch')).toEqual(stood);
  });
});
