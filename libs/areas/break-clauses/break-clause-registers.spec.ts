import { randomUUID } from 'node:crypto';
import { RegistersModule } from '#areas/registers/index.js';
import { TotalsModule } from '#areas/totals/index.js';
import { providerRegistered, providerStream } from '#domain/authority/provider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { type AreaApp, areaApp } from '../../../test/support/area-app.js';
import * as facts from '../../../test/support/facts.js';
import { worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { BreakClausesModule, BreakClausesRoutes } from './index.js';

const at = '/api/authorities/fenmarch';
const NOW = '2024-08-20T12:00:00.000Z';

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory(NOW)],
  ['on PostgreSQL', () => worldOnPostgres(NOW)],
])('The registers of break clauses, through the API %s', (_name, begin) => {
  let world: World;
  let app: AreaApp;

  beforeAll(async () => {
    world = await begin();
    app = await areaApp(world, [TotalsModule, RegistersModule, BreakClausesModule, BreakClausesRoutes]);
    await world.parts.ledger.open('fenmarch', 'Fenmarch');
    await record(world, history(await world.parts.directory.personId('fenmarch', 'ann@fenmarch.example')));
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });

  const found = async (query: string) => (await app.get(`${at}/break-clauses?${query}`)).body.items.map(({ reference }: { reference: string }) => reference);
  const firstCase = async (query: string) => (await app.get(`${at}/break-clauses/B1?${query}`)).body.cases[0];

  it('list every clause with what it says', async () => {
    const { status, body } = await app.get(`${at}/break-clauses`);
    expect([status, body.next]).toEqual([200, null]);
    expect(body.items).toMatchObject([
      {
        ...{ reference: 'B1', contract: { reference: 'C1', title: 'Home care' }, summary: 'Ten working days without a return', noticeAddress: '1 Mill Lane' },
        condition: { kind: 'silence', belowPercent: null, consecutivePeriods: null, workingDaysLate: 10, sentence: 'No return 10 working days after it was due' },
        ...{ timeToPutRightWorkingDays: 20, remediable: true, noticeForm: 'letter', deemedServiceWorkingDays: 2, whoMayDecide: 'head of service', since: null, earlier: [] },
      },
      { reference: 'B2', contract: { reference: 'C2', title: 'Road repairs' }, condition: { sentence: 'Validated below 60% of what is due for 2 consecutive periods' }, cases: [] },
    ]);
  });

  it('show a case with its clock, and how each date was reached', async () => {
    expect(await firstCase('')).toMatchObject({
      ...{ number: 1, name: 'B1/1', metOn: '2024-08-12', state: 'time running', rights: 'reserved' },
      breach: { kind: 'silence', provider: { reference: 'P1', name: 'Open Door' }, dueOn: '2024-07-26', silentThrough: '2024-08-09' },
      sentence: expect.stringMatching(/^No return from Open Door for 1 April 2024 to 30 June 2024 was on record by the end of/),
      confirmed: { on: '2024-08-14', by: 'ann@fenmarch.example', reason: null },
      notice: { form: 'letter', sentOn: '2024-08-15', address: '1 Mill Lane', reason: null },
      clock: {
        deemedServed: { date: '2024-08-19', how: '2 working days after 15 August 2024', warning: null },
        putRightBy: { date: '2024-09-17', how: '20 working days after 19 August 2024, passing over 26 August 2024 (Summer bank holiday)' },
        invocableFrom: { date: '2024-09-18', how: 'the day after the time to put it right has run out on 17 September 2024' },
      },
      ...{ setAside: null, plan: null, putRight: null, waived: null, invoked: null, remedies: [] },
      statutoryFollowUp: [{ standing: 'not known' }],
    });
  });

  it('show beside it what the same looks like now', async () => {
    expect((await firstCase('')).now).toEqual({
      ...{ kind: 'silence', standing: 'met', dueOn: '2024-07-26', submittedOn: '2024-08-16', extension: null, setAside: false },
      sentence: 'As of 20 August 2024 the same would meet the condition. The return came on 16 August 2024.',
    });
  });

  it('judge on any day', async () => {
    const states = ['2024-09-17', '2024-09-18'].map(async (on) => (await firstCase(`on=${on}`)).state);
    expect(await Promise.all(states)).toEqual(['time running', 'may be invoked']);
    expect(await found('clocksRunning=true')).toEqual(['B1']);
    expect(await found('clocksRunning=true&on=2024-09-18')).toEqual([]);
    expect(await found('state=may%20be%20invoked&on=2024-09-18')).toEqual(['B1']);
    expect(await found('clocksRunning=false')).toEqual(['B2']);
  });

  it('know on an earlier day nothing of what was found or done after it', async () => {
    const casesOn = async (on: string) => (await app.get(`${at}/break-clauses/B1?on=${on}`)).body.cases;
    expect(await casesOn('2024-08-11')).toEqual([]);
    expect(await casesOn('2024-08-13')).toMatchObject([{ state: 'to be confirmed', confirmed: null, notice: null }]);
    expect(await casesOn('2024-08-14')).toMatchObject([{ state: 'confirmed', notice: null }]);
  });

  it('refuse a contract that there is not: nothing found of it would read as if all were well', async () => {
    for (const register of ['break-clauses', 'at-risk']) {
      const { status, body } = await app.get(`${at}/${register}?contract=C1O`);
      expect({ register, status, errors: body.errors }).toMatchObject({ register, status: 422, errors: [{ field: 'contract', value: 'C1O', rule: 'must be a contract of this authority' }] });
    }
  });

  it('find clauses by contract and condition, in parts', async () => {
    expect(await found('contract=C2')).toEqual(['B2']);
    expect(await found('condition=silence')).toEqual(['B1']);
    const first = await app.get(`${at}/break-clauses?limit=1`);
    expect(first.body.items).toHaveLength(1);
    expect(await found(`limit=1&after=${first.body.next}`)).toEqual(['B2']);
  });

  it('show what was known at an earlier moment', async () => {
    // entries 1 to 7 are of C1: its clause is the third, the notice the seventh
    expect(await found('knownAt=2')).toEqual([]);
    expect(await found('knownAt=3')).toEqual(['B1']);
    expect(await firstCase('knownAt=6')).toMatchObject({ state: 'confirmed', notice: null, clock: { deemedServed: null }, now: { submittedOn: null } });
    expect((await app.get(`${at}/break-clauses/B1?knownAt=2`)).status).toBe(404);
  });

  it('say which version of the contract’s record a clause was read at', async () => {
    const { etag, body } = await app.get(`${at}/break-clauses/B1`);
    expect([etag, body.version]).toEqual(['"8"', 8]);
    expect((await app.get(`${at}/break-clauses/B9`)).status).toBe(404);
  });

  it('tell no day from which a clause may be invoked once that would be refused (bugs: told of a breach put right in time, and after the contract’s last day)', async () => {
    const { clock, ...ended } = await firstCase('on=2027-04-01');
    expect(ended).toMatchObject({ state: 'contract ended', rights: 'reserved' });
    expect(clock).toMatchObject({ putRightBy: { date: '2024-09-17' }, invocableFrom: null });
    expect(await found('state=contract%20ended&on=2027-04-01')).toEqual(['B1']);
    expect(await found('state=may%20be%20invoked&on=2027-04-01')).toEqual([]);
  });

  it('list what would meet a condition if the running period ended today', async () => {
    const { status, body } = await app.get(`${at}/at-risk`);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        ...{ clause: 'B2', contract: { reference: 'C2', title: 'Road repairs' }, provider: null, commitment: null, dueOn: null },
        condition: expect.objectContaining({ kind: 'shortfall' }),
        period: { from: '2024-07-01', to: '2024-09-30' },
        periods: [expect.objectContaining({ duePence: 50_000, keptPence: 10_000 }), expect.objectContaining({ duePence: 50_000, keptPence: 20_000 })],
        lacking: { pence: 10_000, quantities: [], return: false },
        ...{ waiting: ['D3'], decidedBy: '2024-09-30' },
        sentence:
          'If the period that ends on 30 September 2024 ended today, the condition would be met: validated below 60% of what is due for 2 consecutive periods. ' +
          '1 April 2024 to 30 June 2024: £100.00 validated of £500.00 due (20%). 1 July 2024 to 30 September 2024: £200.00 validated of £500.00 due (40%). ' +
          'Lacking in 1 July 2024 to 30 September 2024: £100.00. 1 delivery report waits for the authority’s decision.',
      },
    ]);
  });

  it('find what is at risk by contract, condition, what waits, and the day', async () => {
    const atRisk = async (query: string) =>
      (await app.get(`${at}/at-risk?${query}`)).body.items.map(({ clause, provider }: { clause: string; provider: { name: string } | null }) => [clause, provider?.name ?? null]);
    expect(await atRisk('contract=C1')).toEqual([]);
    expect(await atRisk('condition=shortfall')).toEqual([['B2', null]]);
    expect(await atRisk('awaitingReview=false')).toEqual([]);
    // on 1 August the return for April to June is overdue, and, as known then, nothing had been found of it
    expect(await atRisk('knownAt=3&on=2024-08-01')).toEqual([['B1', 'Open Door']]);
  });

  it('come in parts where several are at risk', async () => {
    const query = 'knownAt=18&on=2024-11-01';
    const all = (await app.get(`${at}/at-risk?${query}`)).body.items as { clause: string }[];
    expect(all.map(({ clause }) => clause)).toEqual(['B1', 'B2']);
    const first = await app.get(`${at}/at-risk?${query}&limit=1`);
    const second = await app.get(`${at}/at-risk?${query}&limit=1&after=${first.body.next}`);
    expect([first.body.items, second.body.items, second.body.next]).toEqual([[all[0]], [all[1]], null]);
  });

  it.each(['break-clauses', 'break-clauses/B1', 'at-risk'])('are not found of an authority without a ledger: %s', async (path) => {
    expect((await app.get(`/api/authorities/elsewhere/${path}`)).status).toBe(404);
  });
});

/** C1 was silent, and its return came after the notice; C2 is short for the second quarter running. */
function history(ann: string): readonly { readonly stream: string; readonly event: NewEvent }[] {
  const Q2 = { from: '2024-07-01', to: '2024-09-30' };
  const first = [
    ...[facts.contractRegistered({ manager: ann }), facts.scheduleAgreed(), facts.breakClauseAgreed()],
    ...[facts.returnMissed(), facts.conditionMet(), facts.clauseTriggered({ confirmedBy: ann }), facts.noticeServed()],
    facts.returnSubmitted({ submittedOn: '2024-08-16' }),
  ];
  const second = [
    facts.contractRegistered({ reference: 'C2', title: 'Road repairs', manager: ann }),
    facts.scheduleAgreed(),
    facts.breakClauseAgreed({ clause: 'B2', condition: { kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 }, summary: 'Too little, twice' }),
    ...[facts.commitmentMade(), facts.targetAgreed('50', '2024-04-01', '2024-06-30'), facts.targetAgreed('50', Q2.from, Q2.to)],
    ...[facts.deliveryReported({ quantity: '10' }), facts.deliveryValidated(), facts.returnSubmitted()],
    ...[facts.deliveryReported({ report: 'D2', quantity: '20', ...Q2 }), facts.deliveryValidated({ report: 'D2', accepted: '20' })],
    facts.deliveryReported({ report: 'D3', quantity: '15', ...Q2 }),
  ];
  const terms = { reference: 'P1', name: 'Open Door', type: 'charity or community', local: null, place: '', companiesHouse: '', charityNumber: '' };
  const of = (stream: string) => (event: NewEvent) => ({ stream, event });
  return [
    ...first.map(of('contract:C1')),
    ...second.map(of('contract:C2')),
    of(providerStream('P1'))({ type: providerRegistered.type, businessDate: '2024-04-01', payload: { terms } }),
  ];
}

async function record({ parts }: World, events: readonly { readonly stream: string; readonly event: NewEvent }[]): Promise<void> {
  const { outcome } = await parts.ledger.import({
    ...{ authority: 'fenmarch', commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'person-test', events },
    expectedVersions: new Map(events.map(({ stream }) => [stream, 0])),
    references: [
      { kind: 'break clause', reference: 'B1', stream: 'contract:C1' },
      { kind: 'break clause', reference: 'B2', stream: 'contract:C2' },
      ...['C1', 'C2'].map((reference) => ({ kind: 'contract', reference, stream: `contract:${reference}` })),
    ],
  });
  expect(outcome).toBe('appended');
  await parts.engine.catchUp('fenmarch');
}
