import { providerRegistered, providerStream } from '#domain/authority/provider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { type AreaApp, areaApp } from '../../../test/support/area-app.js';
import * as facts from '../../../test/support/facts.js';
import { importFacts, worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { ObligationsModule, ObligationsRoutes } from './index.js';

const at = '/api/authorities/fenmarch';
const provider = { reference: 'P1', name: 'Open Door', type: 'charity or community', local: null, place: '', companiesHouse: '', charityNumber: '' };
const registered = (over: Partial<typeof provider>) => {
  const terms = { ...provider, ...over };
  return { stream: providerStream(terms.reference), event: { type: providerRegistered.type, businessDate: '2026-04-01', payload: { terms } } };
};
const spring = { from: '2026-05-01', to: '2026-05-31' };

/** A Scottish contract and an English one for the same two months of 2026, and one that runs for years. */
const history: readonly { readonly stream: string; readonly event: NewEvent }[] = [
  registered({}),
  ...[
    facts.contractRegistered({ jurisdiction: 'scotland', startsOn: '2026-05-01', endsOn: '2026-06-30' }),
    facts.scheduleAgreed({ frequency: 'monthly' }),
    facts.extensionAsked('2026-07-03', spring),
    facts.dueDateExtended('2026-07-03', spring),
  ].map((event) => ({ stream: 'contract:C1', event })),
  ...[
    facts.contractRegistered({ reference: 'C2', title: 'Road repairs', lead: 'P2', startsOn: '2026-05-01', endsOn: '2026-06-30' }),
    facts.scheduleAgreed({ frequency: 'monthly' }),
    facts.commitmentMade('K2'),
    facts.deliveryReported({ commitment: 'K2', reportedOn: '2026-06-10' }),
    facts.returnSubmitted({ provider: 'P2', ...spring, submittedOn: '2026-06-29' }),
  ].map((event) => ({ stream: 'contract:C2', event })),
  ...[facts.contractRegistered({ reference: 'C3', startsOn: '2026-04-01', endsOn: '2029-03-31', jurisdiction: 'scotland' }), facts.scheduleAgreed({ frequency: 'annual' })].map((event) => ({
    stream: 'contract:C3',
    event,
  })),
  registered({ reference: 'P2', name: 'Trent Roads' }),
];

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory('2026-07-01T12:00:00.000Z')],
  ['on PostgreSQL', () => worldOnPostgres('2026-07-01T12:00:00.000Z')],
])('What is due, through the API %s', (_name, begin) => {
  let world: World;
  let app: AreaApp;
  beforeAll(async () => {
    world = await begin();
    app = await areaApp(world, [ObligationsModule, ObligationsRoutes]);
    await importFacts(world, 'fenmarch', history);
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });

  const ids = async (query: string) => (await app.get(`${at}/obligations?${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('is told with from whom, when and why on that day', async () => {
    const { status, body } = await app.get(`${at}/obligations?dueBy=2026-07-31`);
    expect(status).toBe(200);
    expect(body.items.map(({ what, from, dueOn, state }: Record<string, unknown>) => [what, from, dueOn, state])).toEqual([
      ['Return for 1 May 2026 to 31 May 2026', { reference: 'P2', name: 'Trent Roads' }, '2026-06-26', 'returned late'],
      ['Return for 1 May 2026 to 31 May 2026', { reference: 'P1', name: 'Open Door' }, '2026-07-03', 'due'],
      ['Review of delivery report D1', null, '2026-07-08', 'due'],
      ['Answer to P1, who asked for more time for the return for 1 May 2026 to 31 May 2026', null, '2024-07-22', 'done'],
      ['Return for 1 June 2026 to 30 June 2026', { reference: 'P1', name: 'Open Door' }, '2026-07-28', 'due'],
      ['Return for 1 June 2026 to 30 June 2026', { reference: 'P2', name: 'Trent Roads' }, '2026-07-28', 'due'],
    ].sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : Number(String(a[2]) > String(b[2])))));
    const [, , extended, review] = body.items;
    expect(extended).toMatchObject({
      ...{ id: 'return/C1/P1/2026-05-01/2026-05-31', kind: 'return', contract: 'C1', contractTitle: 'Home care', period: spring, about: '', extension: 'granted', metOn: null, warning: null },
      why: 'Extended to 3 July 2026. Without that: 20 working days after 31 May 2026, passing over 15 June 2026 (World Cup bank holiday). Counted from the day on which the period ended.',
    });
    expect(review.why).toBe('20 working days after 10 June 2026. Counted from the day on which it was reported. The rule that this service gives every authority: 20 working days.');
  });

  it('warns of days beyond the bank holidays that are known', async () => {
    const { body } = await app.get(`${at}/obligations?contract=C3`);
    expect(body.items.map(({ dueOn, warning }: Record<string, unknown>) => [dueOn, warning === null])).toEqual([
      ['2027-04-28', true],
      ['2028-05-02', true],
      ['2029-04-27', false],
    ]);
  });

  it('is found by what is asked', async () => {
    expect(await ids('from=authority&state=due')).toEqual(['review/C2/D1/1']);
    expect(await ids('from=P2&state=due&state=returned%20late')).toEqual(['return/C2/P2/2026-05-01/2026-05-31', 'return/C2/P2/2026-06-01/2026-06-30']);
    expect(await ids('kind=review%20a%20report&contract=C1')).toEqual([]);
    expect(await ids('dueAfter=2026-07-03&dueBy=2026-07-08')).toEqual(['review/C2/D1/1']);
  });

  it('is asked of a contract that there is', async () => {
    for (const register of ['obligations', 'returns']) {
      const { status, body } = await app.get(`${at}/${register}?contract=C1O`);
      expect({ register, status, errors: body.errors }).toMatchObject({ register, status: 422, errors: [{ field: 'contract', value: 'C1O', rule: 'must be a contract of this authority' }] });
    }
  });

  it('is asked of a provider that there is (bug: a mistyped one owed nothing)', async () => {
    for (const register of ['obligations', 'returns']) {
      const { status, body } = await app.get(`${at}/${register}?from=P1O`);
      expect({ register, status, errors: body.errors }).toMatchObject({
        ...{ register, status: 422 },
        errors: [{ field: 'from', value: 'P1O', rule: 'must be a provider of this authority', fix: 'Look its reference up in the list of providers.' }],
      });
    }
  });

  it('is told as it was known, and judged on the day that is asked for', async () => {
    const known = async (query: string) => (await app.get(`${at}/obligations?contract=C1&dueBy=2026-07-05&kind=return&${query}`)).body.items.map(({ dueOn, state }: Record<string, unknown>) => [dueOn, state]);
    expect(await known('')).toEqual([['2026-07-03', 'due']]);
    expect(await known('on=2026-07-04')).toEqual([['2026-07-03', 'overdue']]);
    expect(await known('knownAt=4')).toEqual([['2026-06-29', 'due']]); // asked about, and not answered yet
    expect(await known('knownAt=4&on=2026-06-29')).toEqual([['2026-06-29', 'due']]);
    expect(await known('knownAt=2026-07-01')).toEqual([['2026-07-03', 'due']]);
    expect(await known('knownAt=2026-06-30')).toEqual([]);
    expect((await app.get(`${at}/obligations?knownAt=99`)).status).toBe(422);
  });

  it('comes in parts', async () => {
    const all = await ids('limit=500');
    const told: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await app.get(`${at}/obligations?limit=2${next && `&after=${next}`}`);
      told.push(...body.items.map(({ id }) => id));
      ({ next } = body);
    }
    expect(told).toEqual(all);
    expect(told).toHaveLength(9);
  });

  it('counts returns by state, on all pages together', async () => {
    const { status, body } = await app.get(`${at}/returns?limit=1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ authority: 'fenmarch', position: history.length, knownAt: null, on: '2026-07-01' },
      counts: { returned: 0, 'returned late': 1, missed: 0, due: 3, open: 1, 'to come': 2, overdue: 0 },
      items: [{ id: 'return/C2/P2/2026-05-01/2026-05-31', state: 'returned late', metOn: '2026-06-29' }],
    });
    const rest = await app.get(`${at}/returns?limit=500&after=${body.next}`);
    expect([rest.body.items.length, rest.body.next]).toEqual([6, null]);
    expect((await app.get(`${at}/returns?state=due&contract=C1&on=2026-07-04`)).body).toMatchObject({ counts: { due: 1, overdue: 0 }, items: [{ dueOn: '2026-07-28' }] });
    expect((await app.get(`${at}/returns?knownAt=4`)).body).toMatchObject({ position: 4, knownAt: '4', counts: { due: 2, overdue: 0 }, items: [{}, {}] });
  });

  it.each(['obligations', 'returns'])('of an authority without a ledger is not found: %s', async (path) => {
    expect((await app.get(`/api/authorities/elsewhere/${path}`)).status).toBe(404);
  });

  it.each(['state=late', 'kind=tax', 'on=tomorrow', 'after=x', 'dueBy=soon'])('is asked for with values that exist: %s', async (query) => {
    expect((await app.get(`${at}/obligations?${query}`)).status).toBe(422);
  });
});
