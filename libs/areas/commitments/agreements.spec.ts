import { AuthoritiesModule, AuthoritiesRoutes } from '#areas/authorities/index.js';
import { CalendarModule, CalendarRoutes } from '#areas/calendar/index.js';
import { ContractsModule, ContractsRoutes } from '#areas/contracts/index.js';
import { MeasuresModule, MeasuresRoutes } from '#areas/measures/index.js';
import { ProvidersModule, ProvidersRoutes } from '#areas/providers/index.js';
import { type AreaApp, areaApp } from '../../../test/support/area-app.js';
import { worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { CommitmentsModule, CommitmentsRoutes } from './index.js';

const modules = [
  ...[AuthoritiesModule, CalendarModule, CommitmentsModule, ContractsModule, MeasuresModule, ProvidersModule],
  ...[AuthoritiesRoutes, CalendarRoutes, CommitmentsRoutes, ContractsRoutes, MeasuresRoutes, ProvidersRoutes],
];
const contract = {
  ...{ title: 'Home care', directorate: 'Adult social care', lead: 'P1', manager: 'ann@wexcombe.example' },
  ...{ startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 100_000_000, frequency: 'quarterly' },
};
const measure = { measure: 'M1', name: 'Hours', theme: 'Communities', outcome: 'Stronger charities', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '10' };
const year = { from: '2024-04-01', to: '2025-03-31', quantity: '10' };
const promise = { reference: 'K1', measure: 'M1', bidSentence: 'We will give our time.', targets: [year] };

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['on PostgreSQL', () => worldOnPostgres()],
])('What is agreed with providers, through the API %s', (_name, begin) => {
  let world: World;
  let app: AreaApp;
  /** An authority of each test's own, with two providers, a measure and the contracts C1 and C2. */
  let at: string;
  let count = 0;

  beforeAll(async () => {
    world = await begin();
    app = await areaApp(world, modules);
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });
  beforeEach(async () => {
    const code = `authority-${count++}`;
    at = `/api/authorities/${code}`;
    expect((await app.post('/api/authorities', { code, name: 'Wexcombe' })).status).toBe(201);
    for (const reference of ['P1', 'P2']) await app.post(`${at}/providers`, { reference, name: reference, type: 'small business' });
    await app.post(`${at}/measures`, measure);
    for (const reference of ['C1', 'C2']) expect((await app.post(`${at}/contracts`, { ...contract, reference })).status).toBe(201);
  });

  it('grows from contract to commitment to target, each answer naming its entry and version', async () => {
    const made = await app.post(`${at}/contracts/C1/commitments`, promise);
    expect(made).toMatchObject({ status: 201, body: { id: 'K1', version: 4 }, etag: '"4"' });
    const agreed = await app.post(`${at}/commitments/K1/targets`, { from: '2025-04-01', to: '2026-03-31', quantity: '12' });
    expect(agreed).toMatchObject({ status: 201, body: { id: 'K1', position: made.body.position + 1, version: 5 } });
    const corrected = await app.post(`${at}/commitments/K1/corrections`, { targets: [{ ...year, quantity: '9' }], reason: 'A slip' });
    expect(corrected).toMatchObject({ status: 201, body: { version: 6 } });
    const brought = await app.post(`${at}/commitments/K1/opening-balances`, { from: '2023-04-01', to: '2024-03-31', quantity: '3', attestedBy: 'lead@wexcombe.example' });
    expect(brought.status).toBe(201);
    expect((await app.post(`${at}/commitments/K1/withdrawals`, { reason: 'Agreed away' })).status).toBe(201);
    expect(await app.post(`${at}/commitments/K1/targets`, { from: '2026-04-01', to: '2027-03-31', quantity: '12' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'commitment', value: 'K1' }] },
    });
  });

  it('answers a command that is sent twice alike, and refuses its key for another', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const first = await app.post(`${at}/contracts/C1/commitments`, promise, key);
    expect(await app.post(`${at}/contracts/C1/commitments`, promise, key)).toEqual(first);
    expect((await app.post(`${at}/contracts/C1/commitments`, { ...promise, critical: true }, key)).status).toBe(422);
    expect((await app.post(`${at}/contracts/C2/commitments`, promise, key)).status).toBe(422);
    expect((await app.post(`${at}/contracts/C1/commitments`, promise, { ...key, 'Acting-As': 'somebody else' })).status).toBe(422);
  });

  it('makes one reference for a commitment without, however often it is sent', async () => {
    const { reference: _, ...unnamed } = promise;
    const key = { 'Idempotency-Key': 'unnamed' };
    const first = await app.post(`${at}/contracts/C1/commitments`, unnamed, key);
    expect(first.body.id).toMatch(/^K-[0-9A-Z]{10}$/);
    expect(await app.post(`${at}/contracts/C1/commitments`, unnamed, key)).toEqual(first);
    expect((await app.post(`${at}/contracts/C1/commitments`, unnamed)).body.id).not.toBe(first.body.id);
  });

  it('takes a commitment’s reference once in the authority, over all contracts', async () => {
    await app.post(`${at}/contracts/C1/commitments`, promise);
    expect(await app.post(`${at}/contracts/C2/commitments`, promise)).toMatchObject({ status: 409, body: { errors: [{ value: 'K1' }] } });
    expect((await app.post(`${at}/contracts/C1/commitments`, promise)).status).toBe(409);
    expect((await app.post(`${at}/contracts`, { ...contract, reference: 'C1' })).status).toBe(409);
    expect((await app.post(`${at}/providers`, { reference: 'P1', name: 'P', type: 'public body' })).status).toBe(409);
  });

  it('is 412 where somebody has been there since, and goes ahead on the latest version', async () => {
    const path = `${at}/contracts/C1/variations`;
    expect((await app.post(path, { title: 'One', reason: 'x' }, { 'If-Match': '"2"' })).status).toBe(201);
    expect((await app.post(path, { title: 'Two', reason: 'x' }, { 'If-Match': '"2"' })).status).toBe(412);
    expect((await app.post(path, { title: 'Two', reason: 'x' }, { 'If-Match': '"3"' })).status).toBe(201);
  });

  it('is 404 for what the authority does not have, and for an authority without a ledger', async () => {
    expect((await app.post(`${at}/contracts/C9/commitments`, promise)).status).toBe(404);
    expect((await app.post(`${at}/commitments/K9/withdrawals`, { reason: 'x' })).status).toBe(404);
    expect((await app.post(`${at}/providers/P9/corrections`, { name: 'X', reason: 'x' })).status).toBe(404);
    expect((await app.post('/api/authorities/nowhere/contracts', { ...contract, reference: 'C1' })).status).toBe(404);
    for (const list of ['measures', 'providers', 'closed-years']) expect((await app.get(`/api/authorities/nowhere/${list}`)).status).toBe(404);
  });

  it('names who acted and who manages by opaque ids alone', async () => {
    await app.post(`${at}/contracts`, { ...contract, reference: 'C3' }, { 'Acting-As': 'ann@wexcombe.example' });
    const [, , , , ...events] = await world.parts.ledger.read(at.slice('/api/authorities/'.length), 3, 100);
    const { actor, payload } = events.find(({ stream }) => stream === 'contract:C3')!;
    expect(JSON.stringify(events)).not.toContain('ann@wexcombe.example');
    expect((payload as { terms: { manager: string } }).terms.manager).toBe(actor);
  });

  it('lists authorities, measures and closed years in parts', async () => {
    for (const reference of ['M2', 'M3']) await app.post(`${at}/measures`, { ...measure, measure: reference });
    const first = await app.get(`${at}/measures?limit=2`);
    expect(first.body.items.map((one: { measure: string }) => one.measure)).toEqual(['M1', 'M2']);
    const rest = await app.get(`${at}/measures?limit=2&after=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ measure: 'M3' }], next: null });
    expect((await app.post(`${at}/closed-years`, { year: '2024/25' })).status).toBe(201);
    expect((await app.post(`${at}/closed-years`, { year: '2023/24' })).status).toBe(422);
    expect((await app.get(`${at}/closed-years`)).body.items).toMatchObject([{ year: '2024/25', closedOn: '2026-11-20' }]);
    const { body } = await app.get('/api/authorities');
    expect(body.items.map(({ code }: { code: string }) => code)).toContain(at.slice('/api/authorities/'.length));
  });

  it('lists providers once they are folded, and shows each at once', async () => {
    await world.parts.engine.catchUp(at.slice('/api/authorities/'.length));
    expect((await app.get(`${at}/providers?limit=1`)).body).toMatchObject({ items: [{ reference: 'P1', version: 1 }], next: expect.any(String) });
    const seen = await app.get(`${at}/providers/P2`);
    expect(seen).toMatchObject({ status: 200, etag: '"1"', body: { reference: 'P2', type: 'small business', local: null } });
    expect((await app.get(`${at}/providers/P9`)).status).toBe(404);
  });

  it('opens an authority once', async () => {
    expect((await app.post('/api/authorities', { code: 'wexcombe', name: 'Wexcombe' })).status).toBe(201);
    expect((await app.post('/api/authorities', { code: 'wexcombe', name: 'Wexcombe' })).status).toBe(409);
  });

  it('agrees members and reporting, and completes', async () => {
    const members = [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '39.9' }];
    expect(await app.post(`${at}/contracts/C1/members`, { members })).toMatchObject({ status: 422, body: { errors: [{ field: 'members', value: '99.9' }] } });
    expect((await app.post(`${at}/contracts/C1/members`, { members: [members[0], { provider: 'P2', share: '40' }] })).status).toBe(201);
    const change = { because: 'variation', reason: 'Asked for by both' };
    expect((await app.post(`${at}/contracts/C1/reporting-schedules`, { frequency: 'annual', change })).status).toBe(201);
    expect((await app.post(`${at}/contracts/C1/completions`, { completedOn: '2026-10-31' })).status).toBe(201);
    expect((await app.post(`${at}/contracts/C1/variations`, { title: 'X', reason: 'x' })).status).toBe(422);
    expect((await app.post(`${at}/contracts/C1/corrections`, { manager: 'bob', reason: 'x' })).status).toBe(201);
  });

  it('changes measures and providers, and the policy', async () => {
    expect((await app.post(`${at}/measures/M1/variations`, { unitValue: '11', reason: 'New rate' })).status).toBe(201);
    expect((await app.post(`${at}/measures/M1/corrections`, { unitValue: '11', reason: 'New rate' })).status).toBe(422);
    expect((await app.post(`${at}/providers/P1/variations`, { type: 'public body', reason: 'Taken over' })).status).toBe(201);
    expect((await app.post(`${at}/policies/self-review`, { allowed: true, reason: 'A team of one' })).status).toBe(201);
    expect((await app.post(`${at}/policies/self-review`, { allowed: true, reason: 'Again' })).status).toBe(422);
  });
});
