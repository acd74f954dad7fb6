import { providerRegistered, providerStream, providerVaried } from '#domain/authority/provider.js';
import { importFacts, worldInMemory, worldOnPostgres, type World } from '../../../../test/support/world.js';

const terms = (reference: string, type = 'small business') =>
  ({ reference, name: `Provider ${reference}`, type, local: null, place: '', companiesHouse: '', charityNumber: '' }) as const;
const registered = (reference: string) => ({
  stream: providerStream(reference),
  event: { type: providerRegistered.type, businessDate: '2025-04-01', payload: { terms: terms(reference) } },
});

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['in PostgreSQL', () => worldOnPostgres()],
])('The list of providers %s', (_name, begin) => {
  let world: World;
  beforeAll(async () => {
    world = await begin();
    const varied = { type: providerVaried.type, businessDate: '2025-05-01', payload: { terms: terms('P2', 'public body'), reason: 'Taken over' } };
    const facts = ['p1', 'P2', 'é', '💷', 'P10'].map(registered);
    await importFacts(world, 'fenmarch', [...facts, { stream: providerStream('P2'), event: varied }]);
    await importFacts(world, 'wexcombe', [registered('P3')]);
  });
  afterAll(() => world.end());

  const references = async (after: string | undefined, limit: number) =>
    (await world.parts.providers.page('fenmarch', after, limit)).map(({ reference }) => reference);

  it('is in the order of code points, in parts', async () => {
    expect(await references(undefined, 3)).toEqual(['P10', 'P2', 'p1']);
    expect(await references('p1', 3)).toEqual(['é', '💷']);
  });

  it('shows a provider as it stands, with the version of its record', async () => {
    const [p2] = await world.parts.providers.page('fenmarch', 'P10', 1);
    expect(p2).toEqual({ ...terms('P2', 'public body'), version: 2 });
  });

  it('keeps authorities apart', async () => {
    expect(await world.parts.providers.page('wexcombe', undefined, 9)).toHaveLength(1);
    expect(await world.parts.providers.page('elsewhere', undefined, 9)).toEqual([]);
  });
});
