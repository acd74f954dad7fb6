import { providerRegistered, providerStream } from '#domain/authority/provider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import * as facts from '../../../../test/support/facts.js';
import { importFacts, type World } from '../../../../test/support/world.js';
import { searchable } from '../fold/searchable.js';
import { type BreakClausesQuestion, type ContractsQuestion, MOST_SHARED } from './register-store.js';

const ALL: ContractsQuestion = { directorate: null, provider: null, status: null, searched: null, after: null, limit: 100 };
const FILE = 'a'.repeat(64);
const piece = (sha256: string | null, id = 'E1') => ({ id, kind: 'sign-in sheet', sha256 });

/** What every adapter of `RegisterStore` keeps to. */
export function describeRegisterStore(adapter: string, begin: () => World | Promise<World>): void {
  describe(`The register, ${adapter}`, () => {
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
    const contracts = async (question: Partial<ContractsQuestion> = {}) =>
      (await world.parts.register.read(authority, (view) => view.contracts({ ...ALL, ...question }))).map(({ reference }) => reference);
    const waiting = (after = 0, limit = 100) => world.parts.register.read(authority, (view) => view.waiting(after, limit));

    it('waits until it knows an entry that is asked for', async () => {
      await record({ 'contract:C1': [facts.contractRegistered()] });
      await world.parts.ledger.append(command(authority, 'contract:C1', 1, [facts.breakClauseAgreed()]));
      const question = { contract: null, condition: null, upTo: 2 };
      expect(await world.parts.register.read(authority, (view) => view.breakClauses(null, 10, question), 2)).toHaveLength(1);
      await expect(world.parts.register.read(authority, (view) => view.breakClauses(null, 10, question), 3)).rejects.toThrow('register');
    });

    describe('lists contracts', () => {
      beforeEach(() =>
        record({
          'contract:C1': [facts.contractRegistered(), facts.membersAgreed({ P1: '60', P2: '40' })],
          'contract:c2': [facts.contractRegistered({ reference: 'c2', title: 'ROAD Repairs, Ångström Way', directorate: 'Highways', lead: 'P2' })],
          'contract:é': [facts.contractRegistered({ reference: 'é', directorate: 'Highways' }), { type: 'ContractCompleted', businessDate: '2026-03-31', payload: { completedOn: '2026-03-31' } }],
          'contract:💷': [facts.contractRegistered({ reference: '💷', title: 'Café' })],
        }),
      );

      it('in the order of code points, in parts', async () => {
        expect(await contracts()).toEqual(['C1', 'c2', 'é', '💷']);
        expect(await contracts({ limit: 2 })).toEqual(['C1', 'c2']);
        expect(await contracts({ after: 'c2', limit: 2 })).toEqual(['é', '💷']);
        expect(await contracts({ after: '💷' })).toEqual([]);
      });

      it('of a directorate, of a status', async () => {
        expect(await contracts({ directorate: 'Highways' })).toEqual(['c2', 'é']);
        expect(await contracts({ directorate: 'highways' })).toEqual([]);
        expect(await contracts({ status: 'completed' })).toEqual(['é']);
        expect(await contracts({ status: 'running', directorate: 'Highways' })).toEqual(['c2']);
      });

      it('of a provider, who leads or is a member', async () => {
        expect(await contracts({ provider: 'P2' })).toEqual(['C1', 'c2']);
        expect(await contracts({ provider: 'P1' })).toEqual(['C1', 'é', '💷']);
        expect(await contracts({ provider: 'P3' })).toEqual([]);
      });

      it.each([
        ['road', ['c2']],
        ['ÅNGSTRÖM', ['c2']],
        ['CAFE\u0301', ['💷']],
        ['c', ['C1', 'c2', 'é', '💷']],
        ['C1', ['C1']],
        ['100%', []],
        ['_', []],
      ])('with “%s” in the reference or title', async (text, found) => {
        expect(await contracts({ searched: searchable(text) })).toEqual(found);
      });
    });

    it('shows a contract as it stands, its provider by the name that it has now', async () => {
      await record({
        'contract:C1': [facts.contractRegistered(), facts.commitmentMade(), facts.commitmentMade('K2'), { type: 'CommitmentWithdrawn', businessDate: '2024-05-01', payload: { commitment: 'K2', reason: 'Made twice' } }, facts.deliveryReported()],
        [providerStream('P1')]: [
          { type: providerRegistered.type, businessDate: '2024-04-01', payload: { terms: { reference: 'P1', name: 'Open Door', type: 'charity or community', local: null, place: '', companiesHouse: '', charityNumber: '' } } },
        ],
      });
      expect(await world.parts.register.read(authority, (view) => view.contracts(ALL))).toEqual([
        {
          ...{ reference: 'C1', title: 'Home care', directorate: 'Adult social care', provider: { reference: 'P1', name: 'Open Door' } },
          ...{ manager: 'person-manager', startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 100_000_000, status: 'running' },
          ...{ commitments: 1, undecidedReports: 1, lastRecordedAt: world.clock.now() },
        },
      ]);
    });

    describe('lists break clauses', () => {
      const ANY: BreakClausesQuestion = { contract: null, condition: null, upTo: 1_000 };
      const clauses = (question: Partial<BreakClausesQuestion> = {}, after: string | null = null, limit = 100) =>
        world.parts.register.read(authority, (view) => view.breakClauses(after, limit, { ...ANY, ...question }));
      const names = async (...asked: Parameters<typeof clauses>) => (await clauses(...asked)).map(({ reference }) => reference);
      const shortfall = { condition: { kind: 'shortfall' as const, belowPercent: '60', consecutivePeriods: 2 } };
      beforeEach(() =>
        record({
          'contract:C1': [facts.contractRegistered(), facts.breakClauseAgreed({ clause: 'b2' }), facts.breakClauseAgreed({ clause: 'B10', ...shortfall })],
          'contract:C2': [
            facts.contractRegistered({ reference: 'C2' }),
            facts.breakClauseAgreed({ clause: '💷' }),
            facts.breakClauseAgreed({ clause: 'é', ...shortfall }),
            facts.breakClauseAgreed({ clause: '💷', since: '2024-10-01', ...shortfall, change: { kind: 'variation', reason: 'Agreed anew' } }),
          ],
        }),
      );

      it('in the order of code points, in parts', async () => {
        expect(await names()).toEqual(['B10', 'b2', 'é', '💷']);
        expect(await names({}, null, 2)).toEqual(['B10', 'b2']);
        expect(await names({}, 'b2', 2)).toEqual(['é', '💷']);
        expect(await names({}, '💷')).toEqual([]);
      });

      it('of a contract, of a kind of condition as it was last stated', async () => {
        expect(await names({ contract: 'C1' })).toEqual(['B10', 'b2']);
        expect(await names({ condition: 'silence' })).toEqual(['b2']);
        expect(await names({ condition: 'shortfall', contract: 'C2' })).toEqual(['é', '💷']);
        expect(await names({ condition: 'critical commitment missed' })).toEqual([]);
      });

      it('that were first agreed by an entry, however often they were stated since', async () => {
        expect(await names({ upTo: 1 })).toEqual([]);
        expect(await names({ upTo: 5 })).toEqual(['B10', 'b2', '💷']);
        expect(await clauses({ contract: 'C2' })).toEqual([
          { reference: 'é', contract: 'C2', condition: 'shortfall', sincePosition: 6 },
          { reference: '💷', contract: 'C2', condition: 'shortfall', sincePosition: 5 },
        ]);
      });

      it('of one authority only', async () => {
        authority = `${authority}-elsewhere`;
        expect(await names()).toEqual([]);
      });
    });

    it('keeps authorities apart', async () => {
      await record({ 'contract:C1': [facts.contractRegistered(), facts.commitmentMade(), facts.deliveryReported()] });
      authority = 'elsewhere';
      expect([await contracts(), await waiting()]).toEqual([[], []]);
    });

    describe('lists the reports that wait for a decision', () => {
      const begun = (over = {}) => [facts.contractRegistered(), facts.commitmentMade('K1', over)];
      const states = async () => (await waiting()).map(({ report, state }) => [report, state]);

      it('until they are decided', async () => {
        await record({
          'contract:C1': [
            ...begun(),
            ...['D1', 'D2', 'D3', 'D4', 'D5'].map((report) => facts.deliveryReported({ report })),
            facts.deliveryValidated({ report: 'D1' }),
            facts.deliveryRejected('D2'),
            facts.deliveryQueried('D3'),
            { type: 'DeliveryWithdrawn', businessDate: '2024-08-01', payload: { commitment: 'K1', report: 'D4', reason: 'Counted twice' } },
          ],
        });
        expect(await states()).toEqual([
          ['D5', 'never reviewed'],
          ['D3', 'queried'],
        ]);
      });

      it('by how long they stand as they do, in parts', async () => {
        const answered = { type: 'QueryAnswered', businessDate: '2024-08-01', payload: { commitment: 'K1', report: 'D1', answer: 'The first two', answeredOn: '2024-08-01', answeredBy: 'person-provider' } };
        const withdrawn = { type: 'ValidationWithdrawn', businessDate: '2024-08-02', payload: { commitment: 'K1', report: 'D2', reason: 'A slip' } };
        await record({
          'contract:C1': [...begun(), facts.deliveryReported(), facts.deliveryReported({ report: 'D2' }), facts.deliveryReported({ report: 'D3' }), facts.deliveryQueried(), answered, facts.deliveryValidated({ report: 'D2' }), withdrawn],
        });
        expect(await states()).toEqual([
          ['D3', 'never reviewed'],
          ['D1', 'answered'],
          ['D2', 'validation withdrawn'],
        ]);
        const [first] = await waiting(0, 1);
        expect((await waiting(first!.sincePosition, 1)).map(({ report }) => report)).toEqual(['D1']);
      });

      it('as their corrections stand: in the place of what they correct, until cancelled or rejected', async () => {
        const cancelled = { type: 'CorrectionCancelled', businessDate: '2024-08-09', payload: { commitment: 'K1', report: 'D2b', reason: 'It was right' } };
        await record({
          'contract:C1': [
            ...begun(),
            ...['D1', 'D2', 'D3'].map((report) => facts.deliveryReported({ report })),
            ...['D1', 'D2', 'D3'].map((report) => facts.deliveryCorrected(report)),
            cancelled,
            facts.deliveryRejected('D3b'),
          ],
        });
        expect((await waiting()).map(({ report, corrects }) => [report, corrects])).toEqual([
          ['D2', null],
          ['D3', null],
          ['D1b', 'D1'],
        ]);
      });

      it('with the measure, value and evidence of their commitment as it stands', async () => {
        const terms = facts.commitmentTerms({ measure: facts.aMeasure({ unitValue: '2.5', name: 'Hours of advice' }), evidenceRequired: ['photo', 'sign-in sheet'], provider: 'P2' });
        await record({
          'contract:C1': [
            ...begun(),
            facts.deliveryReported({ evidence: [piece(null)], evidencedQuantity: '4' }),
            facts.deliveryReported({ report: 'D2', evidence: [piece(null), { ...piece(null, 'E2'), kind: 'photo' }] }),
            { type: 'CommitmentCorrected', businessDate: '2024-09-01', payload: { commitment: 'K1', terms, reason: 'Typed wrong' } },
          ],
        });
        const alike = { measureName: 'Hours of advice', valuePence: 2_500, quantity: '10', provider: { reference: 'P2', name: '' }, contractTitle: 'Home care' };
        expect(await waiting()).toEqual([
          expect.objectContaining({ ...alike, report: 'D1', evidenceMissing: ['photo'], evidenceSupports: '4', evidenceComplete: false }),
          expect.objectContaining({ ...alike, report: 'D2', evidenceMissing: [], evidenceSupports: null, evidenceComplete: true }),
        ]);
      });

      it('without a value where the measure has none, and without a quantity where it is told in words', async () => {
        const measure = facts.aMeasure({ kind: 'text', combine: 'never', money: 'none', unitValue: null });
        const [reported] = [facts.deliveryReported({ text: 'We held a fair.' })].map(({ payload, ...event }) => {
          const { quantity: _, ...claim } = payload as { quantity: string };
          return { ...event, payload: claim };
        });
        await record({ 'contract:C1': [...begun({ measure }), reported!] });
        expect(await waiting()).toEqual([expect.objectContaining({ quantity: null, valuePence: null, said: expect.stringMatching(/^[0-9a-f]{64}$/) })]);
      });

      it('and flags a file that is behind others, of any contract, while these are in force', async () => {
        const other = [facts.contractRegistered({ reference: 'C2' }), facts.commitmentMade('K2')];
        const reported = (report: string, commitment: string) => facts.deliveryReported({ report, commitment, evidence: [piece(FILE), piece(null, 'E2')] });
        await record({
          'contract:C1': [...begun(), reported('D1', 'K1'), reported('D3', 'K1'), facts.deliveryCorrected('D3', { evidence: [piece('b'.repeat(64))] })],
          'contract:C2': [...other, reported('D2', 'K2')],
        });
        const shared = (await waiting()).map(({ report, sharedFiles }) => [report, sharedFiles]);
        expect(shared).toEqual([
          ['D1', [{ evidence: 'E1', sha256: FILE, alsoBehind: ['D2'] }]],
          ['D3b', []],
          ['D2', [{ evidence: 'E1', sha256: FILE, alsoBehind: ['D1'] }]],
        ]);
      });

      it('and names no more of those others than can be looked at', async () => {
        const many = Array.from({ length: MOST_SHARED + 5 }, (_, at) => facts.deliveryReported({ report: `D${100 + at}`, evidence: [piece(FILE)] }));
        await record({ 'contract:C1': [...begun(), ...many] });
        const [first] = await waiting(0, 1);
        expect(first!.sharedFiles[0]!.alsoBehind).toEqual(Array.from({ length: MOST_SHARED }, (_, at) => `D${101 + at}`));
      });
    });
  });
}
