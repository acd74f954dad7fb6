import { counted, ToyLedger } from '../../../test/support/toy-ledger.js';
import { toy } from '../../../test/support/toy-projection.js';
import { testStoresInMemory, testStoresInPostgres, type TestStores } from '../../../test/support/toy-stores.js';
import { Engine, type EngineSettings } from './engine.js';
import type { AnyProjection } from './projection.js';
import { Signals } from './signals.js';
import { Preparing } from './versions.js';

const second: AnyProjection = { ...toy, version: 2 };
const third: AnyProjection = { ...toy, version: 3 };

describe.each([
  ['in memory', testStoresInMemory],
  ['in PostgreSQL', testStoresInPostgres],
])('Versions of a projection, %s', (_, make: () => Promise<TestStores>) => {
  let under: TestStores;
  let toyLedger: ToyLedger;
  let signals: Signals;
  const engines: Engine[] = [];
  const engine = (projection: AnyProjection, settings: Partial<EngineSettings> = {}): Engine => {
    const one = new Engine(toyLedger.ledger, under.stores, [projection], signals, { lookEveryMs: 20, graceMs: 40, ...settings });
    engines.push(one);
    return one;
  };
  const readable = async (): Promise<number[]> => [...(await under.stores.versions.readable('toy'))].sort();
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const counts = (n: number): ReturnType<typeof counted>[] => Array.from({ length: n }, (_, i) => counted(`c${i % 5}`, 1));

  beforeEach(async () => {
    under = await make();
    toyLedger = new ToyLedger();
    signals = new Signals();
  });
  afterEach(async () => {
    for (const one of engines.splice(0)) await one.stop();
    signals.close();
    await under.end();
  });

  it('are made empty where there is little to fold and nothing was read before', async () => {
    await toyLedger.append('fenmarch', ...counts(20));
    const one = engine(toy);
    await one.prepare();
    expect(await readable()).toEqual([1]);
    expect(await one.checkpoints.position(toy, 'fenmarch')).toBe(0);
  });

  it('are made empty beside another where nothing was recorded', async () => {
    await engine(toy).prepare();
    await engine(second).prepare();
    expect(await readable()).toEqual([1, 2]);
  });

  it('are not made empty where there is much to fold', async () => {
    await toyLedger.append('fenmarch', ...counts(20_001));
    const one = engine(toy);
    await one.prepare();
    expect(await readable()).toEqual([]);
    await one.catchUp();
    expect(await one.checkpoints.position(toy, 'fenmarch')).toBe(20_001);
    expect((await under.rows('journal', 'fenmarch')).length).toBe(20_001);
  });

  it('say beside another, however little there is, that they are being prepared, until they have caught up', async () => {
    await toyLedger.append('fenmarch', ...counts(20));
    await engine(toy).catchUp();
    const one = engine(second);
    await one.prepare();
    const reads = one.readsOf(second, { read: () => Promise.resolve('read' as never) });
    await expect(reads.read([], () => Promise.resolve())).rejects.toThrow(Preparing);
    await expect(one.checkpoints.position(second, 'fenmarch')).rejects.toThrow('(toy, version 2): about to begin.');
    expect(await one.checkpoints.waitFor([second], 'fenmarch', 1, 60_000)).toMatchObject({ outcome: 'preparing' });
    await expect(one.retry('toy', 'fenmarch')).rejects.toThrow(Preparing);
    expect(await one.standings(['fenmarch'])).toEqual([
      { projection: 'toy', version: 2, authority: 'fenmarch', position: 0, head: 20, parked: null, preparing: { done: 0, total: 0 } },
    ]);
    const shown: [number, number][] = [];
    const building: EngineSettings['building'] = () => ({ tell: (done, total) => shown.push([done, total]), end: () => undefined });
    await engine(second, { building }).catchUp('fenmarch');
    expect(shown.at(-1)).toEqual([20, 20]);
    expect(await reads.read([], () => Promise.resolve())).toBe('read');
    expect(await one.standings(['fenmarch'])).toMatchObject([{ position: 20, preparing: null }]);
  });

  it('are built in the background by an engine that is started', async () => {
    await toyLedger.append('fenmarch', ...counts(20));
    await engine(toy).catchUp();
    const one = engine(second);
    await one.start();
    await until(async () => (await readable()).includes(2));
    const position = await toyLedger.append('fenmarch', ...counts(20));
    expect(await one.checkpoints.waitFor([second], 'fenmarch', position)).toEqual({ outcome: 'reached', position });
  });

  it('are removed when a newer one is read and nobody knows them any more', async () => {
    await toyLedger.append('fenmarch', ...counts(20));
    const [one, other] = [engine(toy), engine(second)];
    await one.catchUp();
    await other.catchUp();
    await engine(third).start();
    await until(async () => (await readable()).includes(3));
    await other.stop();
    await until(async () => !(await readable()).includes(2));
    expect(await readable()).toEqual([1, 3]);
    await one.stop();
    await until(async () => !(await readable()).includes(1));
    expect(await readable()).toEqual([3]);
  });

  it('that are newer stay when an older release comes back, which finds what it left or builds it', async () => {
    await toyLedger.append('fenmarch', ...counts(20));
    const next = engine(second);
    await next.catchUp();
    await next.stop();
    const back = engine(toy);
    await back.start();
    await until(async () => (await readable()).includes(1));
    await until(async () => (await back.checkpoints.position(toy, 'fenmarch')) === 20);
    expect(await readable()).toEqual([1, 2]);
  });

  it('are told to be so far as their build last said', async () => {
    await toyLedger.append('fenmarch', ...counts(20));
    const shadow = await under.stores.shadow(toy);
    await under.stores.versions.tell(toy, { done: 340_000, total: 1_000_000 });
    expect(await under.stores.versions.progress(toy)).toEqual({ done: 340_000, total: 1_000_000 });
    const said = new Preparing('totals', 2, await under.stores.versions.progress(toy)).message;
    expect(said).toBe(
      'What is asked for is being prepared for this version of the application (totals, version 2): ' +
        '34%, 340,000 of 1,000,000 entries. Nothing is lost, and the ledger takes entries as ever. Ask again in a moment.',
    );
    await shadow.discard();
  });
});
