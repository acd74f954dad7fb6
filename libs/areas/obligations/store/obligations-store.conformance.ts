import type { NewEvent } from '#domain/kernel/event.js';
import * as facts from '../../../../test/support/facts.js';
import { importFacts, type World } from '../../../../test/support/world.js';
import type { ObligationsQuestion, StoredObligation, WantedObligations } from './obligations-store.js';

const ALL: WantedObligations = { position: null, on: '2024-08-01', provider: null, contract: null, kinds: null, states: null, dueBy: null, dueAfter: null };
const begun = (over = {}) => [facts.contractRegistered({ endsOn: '2024-09-30', ...over }), facts.scheduleAgreed()];
const second = { from: '2024-07-01', to: '2024-09-30' };

/** What every adapter of `ObligationsStore` keeps to. */
export function describeObligationsStore(adapter: string, begin: () => World | Promise<World>): void {
  describe(`What is due, ${adapter}`, () => {
    let world: World;
    let authority: string;
    let count = 0;
    beforeAll(async () => {
      world = await begin();
    });
    afterAll(() => world.end());
    beforeEach(() => {
      authority = `authority-${count++}`;
    });

    const record = (streams: Readonly<Record<string, readonly NewEvent[]>>) =>
      importFacts(world, authority, Object.entries(streams).flatMap(([stream, events]) => events.map((event) => ({ stream, event }))));
    const found = (question: Partial<ObligationsQuestion> = {}) =>
      world.parts.obligations.read(authority, (view) => view.obligations({ ...ALL, after: null, limit: 100, ...question }));
    const keys = async (question: Partial<ObligationsQuestion> = {}) => (await found(question)).map(({ obligation }) => obligation);
    const briefly = ({ kind, provider, about, dueOn, state, closedOn }: StoredObligation) => [kind, provider, about, dueOn, state, closedOn];
    const inBrief = async (question: Partial<ObligationsQuestion> = {}) => (await found(question)).map(briefly);

    it('holds the return of each member for each period, with how its day was reached', async () => {
      await record({ 'contract:C1': [...begun({ jurisdiction: 'northern-ireland' }), facts.membersAgreed({ P1: '60', P2: '40' })] });
      expect(await keys()).toEqual([
        'return/C1/P1/2024-04-01/2024-06-30',
        'return/C1/P2/2024-04-01/2024-06-30',
        'return/C1/P1/2024-07-01/2024-09-30',
        'return/C1/P2/2024-07-01/2024-09-30',
      ]);
      expect((await found({ limit: 1 }))[0]).toEqual({
        ...{ obligation: 'return/C1/P1/2024-04-01/2024-06-30', kind: 'return', contract: 'C1', contractTitle: 'Home care', provider: 'P1' },
        ...{ from: '2024-04-01', to: '2024-06-30', about: '', dueOn: '2024-07-29', extension: null, missed: false, setAside: false, beforeRecord: false, closedOn: null, state: 'overdue' },
        how: {
          since: 'the period ended',
          extendedUntil: null,
          reached: {
            ...{ from: '2024-06-30', workingDays: 20, date: '2024-07-29', standstills: [], beyondKnown: false },
            bankHolidays: [{ date: '2024-07-12', name: 'Battle of the Boyne' }],
          },
        },
      });
    });

    it.each([
      ['2024-06-30', 'open', 'to come'],
      ['2024-07-01', 'due', 'open'],
      ['2024-07-26', 'due', 'open'],
      ['2024-07-27', 'overdue', 'open'],
      ['2024-10-28', 'overdue', 'due'],
    ])('says on %s how returns stand: %s and %s', async (on, first, next) => {
      await record({ 'contract:C1': begun() });
      expect((await found({ on })).map(({ state }) => state)).toEqual([first, next]);
      expect(await keys({ on, states: ['to come'] })).toHaveLength(next === 'to come' ? 1 : 0);
    });

    it.each<[string, readonly NewEvent[], string, string | null]>([
      ['in time', [facts.returnSubmitted({ submittedOn: '2024-07-26' })], 'returned', '2024-07-26'],
      ['late', [facts.returnMissed(), facts.returnSubmitted({ submittedOn: '2024-07-29' })], 'returned late', '2024-07-26'],
      ['not at all', [facts.returnMissed()], 'missed', '2024-07-26'],
      ['not at all, which was set aside', [facts.returnMissed(), facts.missedReturnSetAside()], 'set aside', '2024-07-26'],
      ['in the time that was given', [facts.extensionAsked('2024-08-09'), facts.dueDateExtended('2024-08-09'), facts.returnSubmitted({ submittedOn: '2024-08-09' })], 'returned', '2024-08-09'],
      ['under a contract that stands still', [facts.contractSuspended('2024-07-08')], 'suspended', null],
    ])('says of a return that came %s: %s', async (_how, since, state, dueOn) => {
      await record({ 'contract:C1': [...begun({ endsOn: '2024-06-30' }), ...since] });
      expect((await found({ kinds: ['return'], on: '2024-08-12' })).map((one) => [one.state, one.dueOn])).toEqual([[state, dueOn]]);
    });

    it('asks nobody for what was due before the contract came on record, and counts a review from that day', async () => {
      const registered = facts.contractRegistered({ endsOn: '2024-09-30' });
      const onRecord = { ...registered, payload: { ...registered.payload, onRecordFrom: '2024-08-01' } };
      await record({ 'contract:C1': [onRecord, facts.scheduleAgreed(), facts.commitmentMade(), facts.deliveryReported()] });
      expect(await inBrief({ on: '2024-09-30' })).toEqual([
        ['return', 'P1', '', '2024-07-26', 'before the record', null],
        ['review a report', '', 'D1', '2024-08-30', 'overdue', null],
        ['return', 'P1', '', '2024-10-28', 'open', null],
      ]);
    });

    it('calls nobody late who filed what it was not asked for (bug: who never filed it was not called so)', async () => {
      const registered = facts.contractRegistered({ endsOn: '2024-09-30' });
      const onRecord = { ...registered, payload: { ...registered.payload, onRecordFrom: '2024-08-01' } };
      const joined: NewEvent = { type: 'MembersAgreed', businessDate: '2024-04-01', payload: { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }], onRecordFrom: '2024-11-04' } };
      await record({ 'contract:C1': [onRecord, facts.scheduleAgreed(), facts.returnSubmitted({ submittedOn: '2024-08-01' }), joined] });
      expect(await inBrief({ on: '2024-11-05' })).toEqual([
        ['return', 'P1', '', '2024-07-26', 'returned', '2024-08-01'],
        ['return', 'P2', '', '2024-07-26', 'before the record', null],
        ['return', 'P1', '', '2024-10-28', 'overdue', null],
        // twenty working days after it came on record that P2 is a member
        ['return', 'P2', '', '2024-12-02', 'due', null],
      ]);
      expect(await keys({ states: ['returned late'] })).toEqual([]);
    });

    it('holds what the authority owes itself, and what is owed when a report is queried', async () => {
      const made = [facts.contractRegistered({ lead: 'P2' }), facts.commitmentMade(), facts.deliveryReported()];
      const answered: NewEvent = { type: 'QueryAnswered', businessDate: '2024-07-24', payload: { commitment: 'K1', report: 'D1', answer: 'All', answeredOn: '2024-07-24', answeredBy: 'person-provider' } };
      await record({ 'contract:C1': [...made, facts.deliveryQueried(), answered, facts.deliveryValidated({ reviewedOn: '2024-08-22' })] });
      expect(await inBrief({ position: 3 })).toEqual([['review a report', '', 'D1', '2024-08-02', 'due', null]]);
      expect(await inBrief({ position: 4 })).toEqual([
        ['answer a query', 'P2', 'D1', '2024-08-02', 'due', null],
        ['review a report', '', 'D1', '2024-08-02', 'done', '2024-07-20'],
      ]);
      expect(await inBrief({ on: '2024-08-21' })).toContainEqual(['review a report', '', 'D1', '2024-08-21', 'due', '2024-08-22']);
      expect(await keys({ on: '2024-08-21', past: true, states: ['due'] })).toHaveLength(1);
      expect(await inBrief({ on: '2024-09-30' })).toEqual([
        ['answer a query', 'P2', 'D1', '2024-08-02', 'done', '2024-07-24'],
        ['review a report', '', 'D1', '2024-08-02', 'done', '2024-07-20'],
        ['review a report', '', 'D1', '2024-08-21', 'done late', '2024-08-22'],
      ]);
    });

    it('owes nothing about a report that was corrected or withdrawn, and owes it again when the correction is cancelled', async () => {
      const cancelled: NewEvent = { type: 'CorrectionCancelled', businessDate: '2024-08-09', payload: { commitment: 'K1', report: 'D1b', reason: 'It was right' } };
      const withdrawn: NewEvent = { type: 'DeliveryWithdrawn', businessDate: '2024-08-12', payload: { commitment: 'K1', report: 'D1', reason: 'Counted twice' } };
      await record({ 'contract:C1': [facts.contractRegistered(), facts.commitmentMade(), facts.deliveryReported(), facts.deliveryCorrected('D1', { reportedOn: '2024-08-05' }), cancelled, withdrawn] });
      const about = async (position: number | null) => (await found({ position })).map((one) => [one.about, one.dueOn]);
      expect(await about(3)).toEqual([['D1', '2024-08-02']]);
      expect(await about(4)).toEqual([['D1b', '2024-09-03']]);
      expect(await about(5)).toEqual([['D1', '2024-08-02']]);
      expect(await about(null)).toEqual([]);
      expect(await about(6)).toEqual([]);
    });

    it('holds the answer to a request for more time, until it is given or the return comes', async () => {
      const asked = (over = {}) => [facts.extensionAsked('2024-08-09', over)];
      await record({ 'contract:C1': [...begun(), ...asked(), facts.extensionRefused(), ...asked(second), facts.returnSubmitted(second)] });
      const requests = async (position: number | null) => inBrief({ position, kinds: ['answer a request for more time'] });
      expect(await requests(3)).toEqual([['answer a request for more time', '', 'P1', '2024-07-22', 'overdue', null]]);
      const refused = ['answer a request for more time', '', 'P1', '2024-07-22', 'done', '2024-07-16'];
      expect(await requests(4)).toEqual([refused]);
      expect(await requests(5)).toHaveLength(2);
      expect(await requests(null)).toEqual([refused]);
      expect((await found({ kinds: ['return'] })).map(({ extension }) => extension)).toEqual(['refused', 'asked']);
    });

    it('holds the decision on a condition that was met, and the steps of a plan until the case is closed', async () => {
      const plan: NewEvent = {
        type: 'ImprovementPlanAgreed',
        businessDate: '2024-08-20',
        payload: { clause: 'B1', case: 1, agreedOn: '2024-08-20', steps: [{ step: 'Name a person', by: '2024-08-24' }, { step: 'Send the return', by: '2024-08-30' }] },
      };
      await record({
        'contract:C1': [...facts.caseConfirmed(), plan, facts.breachPutRight('2024-09-02')],
        'contract:C2': [facts.contractRegistered({ reference: 'C2' }), ...facts.caseConfirmed().slice(1), plan, facts.breachWaived()],
      });
      const decided = ['decide on a condition', '', 'B1/1', '2024-08-27', 'done', '2024-08-14'];
      expect(await inBrief({ contract: 'C1', position: 3 })).toEqual([['decide on a condition', '', 'B1/1', '2024-08-27', 'due', null]]);
      expect(await inBrief({ contract: 'C1', position: 5, on: '2024-08-26' })).toEqual([
        ['improvement step', 'P1', 'B1/1, step 1', '2024-08-24', 'day passed', null],
        decided,
        ['improvement step', 'P1', 'B1/1, step 2', '2024-08-30', 'due', null],
      ]);
      expect(await inBrief({ contract: 'C1', kinds: ['improvement step'], on: '2024-09-30' })).toEqual([
        ['improvement step', 'P1', 'B1/1, step 1', '2024-08-24', 'done', '2024-09-02'],
        ['improvement step', 'P1', 'B1/1, step 2', '2024-08-30', 'done', '2024-09-02'],
      ]);
      expect(await inBrief({ contract: 'C2', on: '2024-09-30' })).toEqual([decided]);
    });

    it('moves days when bank holidays are recorded, in their jurisdiction alone, from that entry on', async () => {
      const holiday: NewEvent = {
        type: 'BankHolidaysRecorded',
        businessDate: '2024-07-01',
        payload: { jurisdiction: 'scotland', from: '2024-07-15', through: '2024-07-15', holidays: [{ date: '2024-07-15', name: 'A royal wedding' }], source: 'Proclamation' },
      };
      await record({ 'contract:C1': begun({ jurisdiction: 'scotland' }), 'contract:C2': begun({ reference: 'C2' }), calendar: [holiday] });
      const days = async (position: number | null) => (await found({ position, dueBy: '2024-08-31' })).map(({ contract, dueOn }) => [contract, dueOn]);
      expect(await days(4)).toEqual([['C1', '2024-07-26'], ['C2', '2024-07-26']]);
      expect(await days(null)).toEqual([['C2', '2024-07-26'], ['C1', '2024-07-29']]);
      expect(await days(5)).toEqual(await days(null));
    });

    describe('is asked for', () => {
      beforeEach(() =>
        record({
          'contract:C1': [...begun(), facts.membersAgreed({ P1: '60', P2: '40' }), facts.commitmentMade(), facts.deliveryReported(), facts.returnSubmitted()],
          'contract:C2': [...begun({ reference: 'C2', lead: 'P2' }), facts.contractSuspended('2024-09-01')],
        }),
      );

      it('by from whom, contract, kind, state and day', async () => {
        expect(await keys({ provider: 'P1' })).toEqual(['return/C1/P1/2024-04-01/2024-06-30', 'return/C1/P1/2024-07-01/2024-09-30']);
        expect(await keys({ provider: '' })).toEqual(['review/C1/D1/1']);
        expect(await keys({ contract: 'C2' })).toEqual(['return/C2/P2/2024-04-01/2024-06-30', 'return/C2/P2/2024-07-01/2024-09-30']);
        expect(await keys({ kinds: ['review a report', 'answer a query'] })).toEqual(['review/C1/D1/1']);
        expect(await keys({ states: ['overdue', 'returned'], contract: 'C1' })).toEqual(['return/C1/P1/2024-04-01/2024-06-30', 'return/C1/P2/2024-04-01/2024-06-30']);
        expect(await keys({ states: ['overdue'], contract: 'C1' })).toEqual(['return/C1/P2/2024-04-01/2024-06-30']);
        expect(await keys({ dueAfter: '2024-07-26', dueBy: '2024-08-02' })).toEqual(['review/C1/D1/1']);
        expect(await keys({ dueAfter: '2024-10-28' })).toEqual([]);
        expect(await keys({ provider: 'P3' })).toEqual([]);
      });

      it('in parts, what has no day at the end', async () => {
        const all = await keys();
        expect(all).toHaveLength(7);
        expect(all.at(-1)).toBe('return/C2/P2/2024-07-01/2024-09-30');
        for (const position of [null, 9]) {
          const parts: string[] = [];
          for (let after: ObligationsQuestion['after'] = null; ; ) {
            const [next] = await found({ after, limit: 1, position });
            if (!next) break;
            parts.push(next.obligation);
            after = next;
          }
          expect(parts).toEqual(all);
        }
      });

      it('as counts by state', async () => {
        const counts = (wanted: Partial<WantedObligations>) => world.parts.obligations.read(authority, (view) => view.countByState({ ...ALL, ...wanted }));
        expect(Object.fromEntries(await counts({ kinds: ['return'] }))).toEqual({ returned: 1, overdue: 2, open: 3 });
        expect(Object.fromEntries(await counts({ kinds: ['return'], position: 5 }))).toEqual({ overdue: 2, open: 2 });
        expect(Object.fromEntries(await counts({ on: '2024-10-01', contract: 'C2' }))).toEqual({ overdue: 1, suspended: 1 });
      });

      it('in one authority', async () => {
        authority = 'elsewhere';
        expect(await keys()).toEqual([]);
      });
    });
  });
}
