import { type AreaApp, areaApp } from '../../../test/support/area-app.js';
import * as facts from '../../../test/support/facts.js';
import { importFacts, worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { ReadModelsModule, ReadModelsRoutes } from './index.js';

/** The ledger of `fenmarch` holds a report, its third entry, on a commitment that was never made: no fold can take it. */
const unfoldable = { stream: 'contract:C1', event: facts.deliveryReported({ commitment: 'K9' }) };
const contract = [facts.contractRegistered(), facts.commitmentMade()].map((event) => ({ stream: 'contract:C1', event }));

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['on PostgreSQL', () => worldOnPostgres()],
])('Read models, through the API %s', (_name, begin) => {
  let world: World;
  let app: AreaApp;
  beforeAll(async () => {
    world = await begin();
    app = await areaApp(world, [ReadModelsModule, ReadModelsRoutes]);
    await importFacts(world, 'fenmarch', [...contract, unfoldable]);
    await importFacts(world, 'wexcombe', contract);
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });

  const standings = async (code: string, query = '') => (await app.get(`/api/authorities/${code}/projections${query}`)).body;
  const version = (name: string) => world.parts.engine.projections.find((one) => one.name === name)?.version;
  const retry = (name: string, position: number, headers = {}) => app.post(`/api/authorities/fenmarch/projections/${name}/retries`, { position }, headers);

  it('stand at the head of a ledger that they follow', async () => {
    const { items, next } = await standings('wexcombe');
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['obligations', 'providers', 'register', 'totals']);
    for (const item of items) expect(item).toEqual({ name: item.name, version: version(item.name), position: 2, head: 2, parked: null, preparing: null });
    expect(next).toBeNull();
  });

  it('stand before the entry that they cannot take, and say why', async () => {
    const [obligations, providers, register, totals] = (await standings('fenmarch')).items;
    expect(providers).toMatchObject({ position: 3, parked: null });
    for (const parked of [obligations, register, totals]) {
      expect(parked).toMatchObject({ position: 2, head: 3, parked: { position: 3, event: 'DeliveryReported', error: expect.stringContaining('K9') } });
    }
  });

  it('are listed in parts', async () => {
    const first = await standings('wexcombe', '?limit=2');
    expect(first.items).toHaveLength(2);
    expect(await standings('wexcombe', `?limit=2&after=${first.next}`)).toMatchObject({ items: [{ name: 'register' }, { name: 'totals' }], next: null });
  });

  it('try an entry again when they are told to, once for one telling', async () => {
    const told = await retry('register', 3, { 'Idempotency-Key': 'again' });
    expect(told).toMatchObject({ status: 201, body: { id: 'register', position: 3, version: version('register') } });
    expect((await retry('register', 3, { 'Idempotency-Key': 'again' })).body).toEqual(told.body);
    await world.parts.engine.catchUp('fenmarch');
    // nothing has changed that would let it through
    expect((await standings('fenmarch')).items[2]).toMatchObject({ position: 2, parked: { position: 3 } });
  });

  it.each([
    ['register', 2, 409, 'position'],
    ['providers', 9, 409, 'position'],
    ['nothing', 3, 404, 'name'],
    ['register', 0, 422, 'position'],
  ])('are not retried by mistake: %s at %d', async (name, position, status, field) => {
    expect(await retry(name, position)).toMatchObject({ status, body: { errors: [{ field }] } });
  });

  it('need a key to be retried', async () => {
    expect((await retry('register', 3, { 'Idempotency-Key': '' })).status).toBe(428);
  });

  it('of an authority without a ledger are not found', async () => {
    expect((await app.get('/api/authorities/elsewhere/projections')).status).toBe(404);
    expect((await app.post('/api/authorities/elsewhere/projections/register/retries', { position: 1 })).status).toBe(404);
  });
});
