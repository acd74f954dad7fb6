import { commitmentMade, contractRegistered, contractTerms, deliveryReported, deliveryValidated, targetAgreed } from '../../../../test/support/facts.js';
import { worldInMemory } from '../../../../test/support/world.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { EventTeller } from '../event-teller.js';
import { type AskedTimeline, ContractTimelineHandler, ContractTimelineQuery } from './contract-timeline.query.js';

const on = (type: string, payload: object): NewEvent => ({ type, businessDate: '2025-04-15', payload });
const clause = {
  clause: 'B1',
  condition: { kind: 'silence', workingDaysLate: 5 },
  timeToPutRightWorkingDays: 1,
  remediable: true,
  noticeForm: 'letter',
  noticeAddress: null,
  deemedServiceWorkingDays: 1,
  whoMayDecide: '',
  summary: 'Silence',
};
const silence = { kind: 'silence', provider: 'P1', from: '2024-04-01', to: '2024-06-30', dueOn: '2024-07-26', silentThrough: '2024-08-02', extended: false, extensionRefused: false, remindersDelivered: 2 };
const ofCase = { clause: 'B1', case: 1 };

describe('The timeline of a contract', () => {
  const world = worldInMemory();
  const { ledger, directory, clock } = world.parts;
  const handler = new ContractTimelineHandler(ledger, clock, new EventTeller(ledger, directory));
  const ask = (asked: AskedTimeline = {}) => handler.execute(new ContractTimelineQuery('fenmarch', 'C1', asked));
  const sentences = async (asked: AskedTimeline) => (await ask(asked)).items.map(({ sentence }) => sentence);
  let commands = 0;
  async function record(day: string, stream: string, expectedVersion: number, ...events: readonly NewEvent[]): Promise<void> {
    world.clock.set(`${day}T12:00:00.000Z`);
    const outcome = await ledger.append({ authority: 'fenmarch', commandId: `command-${++commands}`, requestHash: '0'.repeat(64), actor: 'person-test', writes: [{ stream, expectedVersion, events }] });
    expect(outcome.outcome).toBe('appended');
  }

  beforeAll(async () => {
    await ledger.open('fenmarch', 'Fenmarch');
    await record('2024-04-02', 'contract:C1', 0, contractRegistered(), commitmentMade(), targetAgreed('40')); // 1 to 3
    await record('2024-07-05', 'contract:C1', 3, deliveryReported({ description: 'At the hall' })); // 4
    await record('2024-07-20', 'contract:C1', 4, deliveryValidated()); // 5
    await record('2024-08-01', 'provider:P1', 0, on('ProviderRegistered', { terms: { reference: 'P1', name: 'Trent Care', type: 'public body', local: null, place: '', companiesHouse: '', charityNumber: '' } })); // 6
    await record('2024-08-20', 'contract:C1', 5, on('BreakClauseAgreed', clause), on('BreakConditionMet', { ...ofCase, breach: silence, metOn: '2024-08-20' })); // 7, 8
    await record('2024-08-21', 'contract:C1', 7, on('BreachNoticeServed', { ...ofCase, form: 'letter', address: '1 High Street', sentOn: '2024-08-21' })); // 9
    const holidays = [{ date: '2024-08-22', name: 'Founders’ day' }];
    await record('2024-08-22', 'calendar', 0, on('BankHolidaysRecorded', { jurisdiction: 'england-and-wales', from: '2024-08-22', through: '2024-08-22', holidays, source: 'Fenmarch' })); // 10
    await record('2024-08-23', 'contract:C1', 8, on('BreachNoticeServed', { ...ofCase, form: 'letter', address: '1 High Street', sentOn: '2024-08-21' })); // 11
    await record('2024-09-01', 'contract:C1', 9, on('ContractVaried', { terms: contractTerms({ title: 'Care at home' }), reason: 'It was renamed' })); // 12
  });
  afterAll(() => world.end());

  it('calls providers as they were known then, and the contract as it was called then', async () => {
    const before = await ask({ knownAt: '5' });
    expect(before).toMatchObject({ position: 5, recordedAt: '2024-07-20T12:00:00.000Z', title: 'Home care', found: 5 });
    expect(before.items[3]!.sentence).toBe('P1 reported 10 hours of Volunteering hours (K1) for April to June 2024.');
    const now = await ask();
    expect(now).toMatchObject({ position: 12, title: 'Care at home', found: 10 });
    expect(now.items[3]!.sentence).toBe('Trent Care reported 10 hours of Volunteering hours (K1) for April to June 2024.');
  });

  it('is read as known at a day or an instant, and by upTo, whichever comes first', async () => {
    const positions = async (asked: AskedTimeline) => (await ask(asked)).items.map(({ position }) => position);
    expect(await positions({ knownAt: '2024-07-05' })).toEqual([1, 2, 3, 4]);
    expect(await positions({ knownAt: '2024-07-05T11:59:00Z' })).toEqual([1, 2, 3]);
    expect(await positions({ knownAt: '2024-07-20', upTo: 2 })).toEqual([1, 2]);
    expect(await ask({ knownAt: '2024-01-01' })).toMatchObject({ position: 0, found: 0, title: null, items: [] });
    await expect(ask({ knownAt: 'never' })).rejects.toThrow('must be a position, a day or an instant');
    await expect(handler.execute(new ContractTimelineQuery('fenmarch', 'C9'))).rejects.toThrow('must be a contract of this authority');
  });

  it('is asked about what it names, if only later (bug: of a mistyped reference nothing had happened)', async () => {
    expect(await ask({ about: 'B1', knownAt: '2024-07-20' })).toMatchObject({ found: 0 });
    await expect(ask({ about: 'B1O' })).rejects.toMatchObject({
      faults: [{ field: 'about', value: 'B1O', rule: 'must be named in the entries of this contract', fix: 'Give the reference of a commitment, delivery report, break clause or case (as B1/2) of it.' }],
    });
  });

  it('tells a date that was counted by the bank holidays that were known when the entry was recorded', async () => {
    const served = (await sentences({ kind: 'break clauses' })).filter((sentence) => sentence.startsWith('Notice'));
    // 26 August 2024 is the summer bank holiday
    expect(served).toEqual([
      'Notice of the breach B1/1 was sent by letter on 21 August 2024; it counts as served on 22 August 2024, 1 working day later. The breach can be put right until 23 August 2024, 1 working day after that.',
      'Notice of the breach B1/1 was sent by letter on 21 August 2024; it counts as served on 23 August 2024, 1 working day later (not counting Founders’ day on 22 August 2024). The breach can be put right until 27 August 2024, 1 working day after that (not counting Summer bank holiday on 26 August 2024).',
    ]);
  });

  it('is limited to what is about something, or of a kind', async () => {
    const types = async (asked: AskedTimeline) => (await ask(asked)).items.map(({ event }) => event);
    expect(await types({ about: 'K1' })).toEqual(['CommitmentMade', 'TargetAgreed', 'DeliveryReported', 'DeliveryValidated']);
    expect(await types({ about: 'D1' })).toEqual(['DeliveryReported', 'DeliveryValidated']);
    expect(await types({ about: 'B1', knownAt: '8' })).toEqual(['BreakClauseAgreed', 'BreakConditionMet']);
    expect(await types({ about: 'B1/1', knownAt: '8' })).toEqual(['BreakConditionMet']);
    expect(await types({ kind: 'contract' })).toEqual(['ContractRegistered', 'ContractVaried']);
    expect(await types({ kind: 'deliveries', about: 'B1' })).toEqual([]);
  });

  it('is given a part at a time, from either end', async () => {
    const part = async (asked: AskedTimeline) => {
      const { begin, items } = await ask(asked);
      return { begin, versions: items.map(({ version }) => version) };
    };
    expect(await part({ afterVersion: 3, limit: 2 })).toEqual({ begin: 0, versions: [4, 5] });
    expect(await part({ last: {}, limit: 3 })).toEqual({ begin: 7, versions: [8, 9, 10] });
    expect(await part({ last: { before: 8 }, limit: 3 })).toEqual({ begin: 4, versions: [5, 6, 7] });
    expect(await part({ last: { before: 2 }, limit: 3 })).toEqual({ begin: 0, versions: [1] });
  });
});
