import { TotalsModule } from '#areas/totals/index.js';
import { providerRegistered, providerStream } from '#domain/authority/provider.js';
import { POLICY_STREAM } from '#domain/authority/policy.js';
import type { ErasableText, NewEvent } from '#domain/kernel/event.js';
import { type AreaApp, areaApp } from '../../../test/support/area-app.js';
import * as facts from '../../../test/support/facts.js';
import { importFacts, worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { RegistersModule, RegistersRoutes } from './index.js';

const at = '/api/authorities/fenmarch';
const agreed = (type: string, payload: object, businessDate = '2024-04-01'): NewEvent => ({ type, businessDate, payload });

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory('2025-06-01T12:00:00.000Z')],
  ['on PostgreSQL', () => worldOnPostgres('2025-06-01T12:00:00.000Z')],
])('What there is, through the API %s', (_name, begin) => {
  let world: World;
  let app: AreaApp;
  const people = new Map<string, string>();

  beforeAll(async () => {
    world = await begin();
    app = await areaApp(world, [TotalsModule, RegistersModule, RegistersRoutes]);
    const { directory, ledger } = world.parts;
    await ledger.open('fenmarch', 'Fenmarch');
    for (const name of ['ann@fenmarch.example', 'bob@opendoor.example']) people.set(name, await directory.personId('fenmarch', name));
    await importFacts(world, 'fenmarch', history(people.get('ann@fenmarch.example')!, people.get('bob@opendoor.example')!));
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });

  describe('contracts', () => {
    it('are listed with names and counts', async () => {
      const { status, body } = await app.get(`${at}/contracts`);
      expect(status).toBe(200);
      expect(body).toEqual({
        items: [
          {
            ...{ reference: 'C1', title: 'Home care', directorate: 'Adult social care', provider: { reference: 'P1', name: 'Open Door' }, manager: 'ann@fenmarch.example' },
            ...{ startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 100_000_000, status: 'completed', commitments: 2, undecidedReports: 1 },
            lastRecordedAt: '2025-06-01T12:00:00.000Z',
          },
          expect.objectContaining({ reference: 'C2', provider: { reference: 'P2', name: '' }, manager: 'somebody who was erased' }),
        ],
        next: null,
      });
    });

    it('are found by what is asked', async () => {
      const found = async (query: string) => (await app.get(`${at}/contracts?${query}`)).body.items.map(({ reference }: { reference: string }) => reference);
      expect(await found('q=ROAD')).toEqual(['C2']);
      expect(await found('q=')).toEqual(['C1', 'C2']);
      expect(await found('provider=P2')).toEqual(['C1', 'C2']);
      expect(await found('status=running&directorate=Highways')).toEqual(['C2']);
    });

    it('come in parts', async () => {
      const first = await app.get(`${at}/contracts?limit=1`);
      expect(first.body.items).toHaveLength(1);
      const second = await app.get(`${at}/contracts?limit=1&after=${first.body.next}`);
      expect(second.body).toMatchObject({ items: [{ reference: 'C2' }], next: null });
    });

    it('are seen with everything in them, under the version of their record', async () => {
      const { status, etag, body } = await app.get(`${at}/contracts/C1`);
      expect([status, etag]).toEqual([200, `"${body.version}"`]);
      expect(body).toMatchObject({
        ...{ reference: 'C1', manager: 'ann@fenmarch.example', status: 'completed', completedOn: '2025-05-31', completionReason: 'It has run its course', jurisdiction: 'england-and-wales' },
        schedule: { frequency: 'quarterly', dueWorkingDays: 15 },
        members: [
          { provider: { reference: 'P1', name: 'Open Door' }, share: '66.67' },
          { provider: { reference: 'P2', name: '' }, share: '33.33' },
        ],
        returns: [{ provider: { reference: 'P1', name: 'Open Door' }, period: { from: '2024-04-01', to: '2024-06-30' }, nil: false, submittedOn: '2024-07-10', submittedBy: 'bob@opendoor.example' }],
        breakClauses: [{ reference: 'BC1', condition: { kind: 'shortfall', belowPercent: '80', consecutivePeriods: 2 }, noticeAddress: 'Clerk, Town Hall' }],
        figuresPosition: await head(),
        dueOn: '2025-06-01',
      });
    });

    it('show how far their commitments are: in pence, or in quantity alone', async () => {
      const { body } = await app.get(`${at}/contracts/C1`);
      const [hours, fair] = body.commitments;
      expect(hours).toMatchObject({
        ...{ reference: 'K1', bidSentence: 'We will give our time.', withdrawn: false, reports: 2, undecidedReports: 1 },
        targets: [{ from: '2024-04-01', to: '2025-03-31', quantity: '40' }],
        pence: { committed: 40_000, due: 40_000, reported: 18_000, evidenced: 3_000, validated: 13_000, additional: 0, notAssessed: 13_000, underCorrection: 2_000 },
        quantities: [{ measure: 'M1', unit: 'hour', committed: '40', reported: '18', validated: '13', underCorrection: '2' }],
      });
      expect(fair).toMatchObject({ reference: 'K2', pence: { committed: null, validated: null }, quantities: [{ committed: '0', reported: '0' }], bidSentence: null });
    });

    it.each(['contracts/C9', 'commitments/K9', 'contracts/K1', 'commitments/C1'])('that are none (%s) are said to be none', async (path) => {
      expect(await app.get(`${at}/${path}`)).toMatchObject({ status: 404, body: { errors: [{ field: 'id' }] } });
    });

    it.each(['contracts', 'contracts/C1', 'commitments/K1', 'review-queue', 'activity'])('of an authority without a ledger are not found: %s', async (path) => {
      expect((await app.get(`/api/authorities/elsewhere/${path}`)).status).toBe(404);
    });
  });

  it('shows a commitment with its reports, their corrections, evidence and reviews', async () => {
    const { status, etag, body } = await app.get(`${at}/commitments/K1`);
    expect([status, etag]).toEqual([200, `"${body.version}"`]);
    expect(body).toMatchObject({ reference: 'K1', contract: 'C1', contractTitle: 'Home care', pence: { validated: 13_000 } });
    expect(body.openingBalances).toEqual([
      { provider: null, period: { from: '2023-04-01', to: '2023-09-30' }, quantity: '3', attestedBy: 'ann@fenmarch.example' },
    ]);
    expect(body.chains).toMatchObject([
      { inForce: 'D1b', counts: 'D1', reports: [{ reference: 'D1', standing: 'superseded' }, { reference: 'D1b', corrects: 'D1', standing: 'in force', review: 'never reviewed', reason: 'We miscounted' }] },
      { inForce: null, counts: null, reports: [{ reference: 'D2', standing: 'withdrawn', endedReason: 'Reported twice' }] },
      { inForce: 'D3', counts: null, reports: [{ reference: 'D3', review: 'rejected' }] },
    ]);
    const [first] = body.chains[0].reports;
    expect(first).toMatchObject({
      ...{ provider: null, period: { from: '2024-04-01', to: '2024-06-30' }, quantity: '10', description: 'Befriending', reportedBy: 'bob@opendoor.example', side: 'provider', review: 'validated' },
      evidence: [
        { id: 'E1', kind: 'sign-in sheet', fileName: 'june.pdf', sha256: 'a'.repeat(64) },
        { id: 'E2', kind: 'photo', fileName: null, sha256: null },
      ],
      steps: [
        { became: 'queried', words: 'Which sessions?', by: 'ann@fenmarch.example', on: '2024-07-20' },
        { became: 'answered', words: 'All of June', by: 'bob@opendoor.example', on: '2024-07-22' },
        { became: 'validated', words: null, accepted: '10', method: 'document', by: 'ann@fenmarch.example' },
      ],
    });
  });

  it('lists the reports that wait for a decision, as their reviewer sees them', async () => {
    const { status, body } = await app.get(`${at}/review-queue`);
    expect(status).toBe(200);
    expect(body.next).toBeNull();
    expect(body.items).toMatchObject([
      {
        ...{ report: 'D1b', corrects: 'D1', contract: 'C1', contractTitle: 'Home care', commitment: 'K1', measureName: 'Volunteering hours', provider: null },
        ...{ period: { from: '2024-04-01', to: '2024-06-30' }, quantity: '12', unit: 'hour', valuePence: 12_000, text: null, description: null, reportedBy: 'bob@opendoor.example' },
        ...{ state: 'never reviewed', question: null, answer: null, waitingSince: '2025-06-01T12:00:00.000Z' },
        evidence: { complete: false, missing: ['sign-in sheet'], supports: null, behindOthers: [] },
      },
      {
        ...{ report: 'D9', contract: 'C2', state: 'queried', question: 'Which road?', description: 'Potholes' },
        evidence: { complete: true, missing: [] },
      },
    ]);
    const rest = await app.get(`${at}/review-queue?limit=1&after=${(await app.get(`${at}/review-queue?limit=1`)).body.next}`);
    expect(rest.body.items).toMatchObject([{ report: 'D9' }]);
  });

  it('tells what was recorded of late, the latest first, back to the first entry', async () => {
    const told: number[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: { items: { position: number }[]; next: string | null } } = await app.get(`${at}/activity?limit=7${next && `&after=${next}`}`);
      told.push(...body.items.map(({ position }) => position));
      ({ next } = body);
    }
    expect(told).toEqual(Array.from({ length: await head() }, (_, index) => told.length - index));
    const [latest] = (await app.get(`${at}/activity?limit=1`)).body.items;
    expect(latest).toMatchObject({ event: 'ContractCompleted', facts: expect.arrayContaining([{ field: 'reason', value: 'It has run its course' }]) });
  });

  it('reads “erased” where a text was erased', async () => {
    const events = await world.parts.ledger.readStream('fenmarch', 'contract:C2');
    const { description } = events.find(({ type }) => type === 'DeliveryReported')!.payload as { description: ErasableText };
    const digest = (description as { sha256: string }).sha256;
    const erasure = agreed('TextsErased', { digests: [digest], reason: 'It named somebody' });
    const group = { authority: 'fenmarch', commandId: 'erase', requestHash: '0'.repeat(64), actor: people.get('ann@fenmarch.example')! };
    const { outcome } = await world.parts.ledger.erase({ ...group, writes: [{ stream: POLICY_STREAM, expectedVersion: 0, events: [erasure] }] }, [digest]);
    expect(outcome).toBe('appended');
    const queue = await app.get(`${at}/review-queue`);
    expect(queue.body.items[1]).toMatchObject({ report: 'D9', description: 'erased', question: 'Which road?' });
    expect((await app.get(`${at}/commitments/K9a`)).body.chains[0].reports[0].description).toBe('erased');
  });

  const head = async () => (await world.parts.ledger.head('fenmarch'))!.position;
});

/** Two contracts, of which everything that is told has happened to the first. */
function history(ann: string, bob: string): readonly { readonly stream: string; readonly event: NewEvent }[] {
  const commitment = (name: string, payload: object) => agreed(name, { commitment: 'K1', ...payload });
  const sheet = { id: 'E1', kind: 'sign-in sheet', fileName: 'june.pdf', sha256: 'a'.repeat(64) };
  const provider = { reference: 'P1', name: 'Open Door', type: 'charity or community', local: null, place: '', companiesHouse: '', charityNumber: '' };
  const unvalued = facts.aMeasure({ measure: 'M2', name: 'Fairs', unit: 'fair', money: 'none', unitValue: null });
  const first = [
    facts.contractRegistered({ manager: ann }),
    facts.membersAgreed({ P1: '66.67', P2: '33.33' }),
    agreed('ReportingScheduleAgreed', { frequency: 'quarterly', dueWorkingDays: 15 }),
    facts.commitmentMade('K1', { evidenceRequired: ['sign-in sheet'] }),
    facts.targetAgreed('40'),
    agreed('CommitmentMade', { commitment: 'K2', terms: facts.commitmentTerms({ measure: unvalued }), bidSentence: null }),
    commitment('OpeningBalanceBroughtForward', { provider: null, from: '2023-04-01', to: '2023-09-30', quantity: '3', attestedBy: ann }),
    facts.deliveryReported({ description: 'Befriending', evidence: [sheet], reportedBy: bob }),
    commitment('EvidenceAttached', { report: 'D1', evidence: [{ id: 'E2', kind: 'photo', sha256: null }], evidencedQuantity: null, attachedOn: '2024-07-06' }),
    commitment('DeliveryQueried', { report: 'D1', question: 'Which sessions?', reviewedOn: '2024-07-20', reviewedBy: ann }),
    commitment('QueryAnswered', { report: 'D1', answer: 'All of June', answeredOn: '2024-07-22', answeredBy: bob }),
    facts.deliveryValidated({ reviewedBy: ann }),
    facts.deliveryReported({ report: 'D2' }),
    commitment('DeliveryWithdrawn', { report: 'D2', reason: 'Reported twice' }),
    facts.deliveryReported({ report: 'D3', quantity: '3', from: '2024-07-01', to: '2024-09-30', evidence: [sheet] }),
    facts.deliveryRejected('D3'),
    facts.deliveryCorrected('D1', { quantity: '12', reason: 'We miscounted', reportedBy: bob }),
    agreed('ReturnSubmitted', { provider: 'P1', from: '2024-04-01', to: '2024-06-30', nil: false, submittedOn: '2024-07-10', submittedBy: bob }),
    agreed('BreakClauseAgreed', {
      ...{ clause: 'BC1', condition: { kind: 'shortfall', belowPercent: '80', consecutivePeriods: 2 }, timeToPutRightWorkingDays: 20, remediable: true },
      ...{ noticeForm: 'letter', noticeAddress: 'Clerk, Town Hall', deemedServiceWorkingDays: 2, whoMayDecide: 'Director', summary: 'Too little, twice' },
    }),
  ];
  const second = [
    facts.contractRegistered({ reference: 'C2', title: 'Road repairs', directorate: 'Highways', lead: 'P2', manager: 'nobody-known' }),
    facts.commitmentMade('K9a'),
    facts.deliveryReported({ report: 'D9', commitment: 'K9a', description: 'Potholes' }),
    agreed('DeliveryQueried', { commitment: 'K9a', report: 'D9', question: 'Which road?', reviewedOn: '2024-07-20', reviewedBy: ann }),
  ];
  const completed = agreed('ContractCompleted', { completedOn: '2025-05-31', reason: 'It has run its course' });
  const of = (stream: string) => (event: NewEvent) => ({ stream, event });
  return [
    of(providerStream('P1'))(agreed(providerRegistered.type, { terms: provider })),
    ...first.map(of('contract:C1')),
    ...second.map(of('contract:C2')),
    of('contract:C1')(completed),
  ];
}
