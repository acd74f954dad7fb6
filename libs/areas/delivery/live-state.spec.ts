import fc from 'fast-check';
import { aMeasure, commitmentMade, contractRegistered, membersAgreed } from '../../../test/support/facts.js';
import { worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import { contractText } from '#domain/contract/state-text.js';
import type { ContractState } from '#domain/contract/state.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { noFactors } from '#domain/measures/measure.js';
import { CommandExecutor } from '#engine/commands/executor.js';
import { decideSubmitReturn, submitReturn } from '#areas/returns/index.js';
import * as delivery from './index.js';

const stream = contractStream('C1');
const today = '2025-08-01';
const sha256 = 'd'.repeat(64);
/** What the contract holds before anybody reports on it: a sum, a product and a stock. */
const agreed: readonly NewEvent[] = [
  contractRegistered(),
  membersAgreed({ P1: '60', P2: '40' }),
  commitmentMade('K1', { evidenceRequired: ['payroll'] }),
  commitmentMade('K2', { measure: aMeasure({ kind: 'hours x people' }), provider: 'P2' }),
  commitmentMade('K3', { measure: aMeasure({ combine: 'latest' }) }),
];

/** Every fact that these use cases state. */
const FACTS = [
  'DeliveryReported',
  'DeliveryCorrected',
  'CorrectionCancelled',
  'DeliveryWithdrawn',
  'EvidenceAttached',
  'EvidenceWithdrawn',
  'DeliveryValidated',
  'DeliveryQueried',
  'QueryAnswered',
  'DeliveryRejected',
  'ValidationWithdrawn',
  'ReturnSubmitted',
];

/** All that a state holds, to be compared whole: what is kept by name shows itself in its text alone. */
const told = (state: ContractState): unknown => JSON.parse(contractText(state));

type Decide = (state: ContractState, round: number) => readonly NewEvent[];

const periods: readonly (readonly [string, string])[] = [
  ['2024-04-01', '2024-06-30'],
  ['2024-07-01', '2024-09-30'],
  ['2024-10-01', '2024-12-31'],
  ['2024-05-14', '2024-05-14'],
  ['2024-06-01', '2024-07-31'],
];
const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
/** The n-th report of the contract so far, whatever it is called. */
const aReport = fc.nat(20).map((nth) => (state: ContractState) => {
  const all = Object.values(state.commitments).flatMap(({ reports }) => reports.names());
  return all[nth % Math.max(all.length, 1)] ?? 'none yet';
});
const figures = (commitment: string, quantity: string) =>
  commitment === 'K2' ? { hours: quantity, people: 4 } : { quantity };

const claims = fc
  .record({
    commitment: pick('K1', 'K2', 'K3'),
    period: pick(...periods),
    quantity: pick('10', '2.5', '-3', '0', '120.000001'),
    provider: pick(null, 'P1', 'P2'),
    inAddition: fc.boolean(),
    evidence: pick([], [{ kind: 'payroll', sha256 }]),
  })
  .map(({ commitment, period: [from, to], quantity, provider, inAddition, evidence }) => ({
    ...{ commitment, from, to, provider, inAddition, evidence, item: from === to, reportedOn: to, reportedBy: 'person-provider', reason: 'As counted' },
    ...figures(commitment, quantity),
  }));

const reason = 'As agreed on the telephone';
const moves: fc.Arbitrary<Decide> = fc.oneof(
  { weight: 5, arbitrary: claims.map((claim): Decide => (state, round) =>
    delivery.decideReportDelivery(state, delivery.reportDelivery.parse({ ...claim, reference: `D${round}` }), { today, unusualFigures: 'need a reason' })) },
  { weight: 3, arbitrary: fc.tuple(aReport, claims).map(([report, claim]): Decide => (state, round) => {
    const corrects = report(state);
    const made = Object.values(state.commitments).find(({ reports }) => corrects in reports)?.reference ?? 'K1';
    const { quantity: _q, hours: _h, people: _p, ...rest } = { quantity: null, hours: null, people: null, ...claim };
    const command = { ...rest, ...figures(made, '8'), commitment: null, corrects, reference: `D${round}` };
    return delivery.decideCorrectDeliveryReport(state, delivery.correctDeliveryReport.parse(command), { today });
  }) },
  { weight: 4, arbitrary: fc.tuple(aReport, pick('validated', 'part validated', 'queried', 'rejected')).map(([report, decision]): Decide => (state) => {
    const method = decision === 'queried' ? null : 'document';
    const quantity = decision === 'part validated' ? '1.5' : null;
    const command = { ...{ report: report(state), decision, quantity, method, reason }, reviewedOn: today, reviewedBy: 'person-manager', factors: noFactors };
    return delivery.decideReview(state, delivery.reviewDeliveryReport.parse(command), { today, selfReviewAllowed: false });
  }) },
  aReport.map((report): Decide => (state) => delivery.decideCancelCorrection(state, { report: report(state), reason }, { today })),
  aReport.map((report): Decide => (state) => delivery.decideWithdrawDeliveryReport(state, { report: report(state), reason }, { today })),
  aReport.map((report): Decide => (state) => delivery.decideWithdrawValidation(state, { report: report(state), reason }, { today })),
  aReport.map((report): Decide => (state) =>
    delivery.decideAnswerQuery(state, { report: report(state), answer: 'The Tuesday ones', answeredOn: today, answeredBy: 'person-provider' }, { today })),
  fc.tuple(aReport, pick(null, '1')).map(([report, evidencedQuantity]): Decide => (state) =>
    delivery.decideAttachEvidence(state, { report: report(state), evidence: [{ kind: 'payroll', fileName: 'july.pdf', sha256 }], evidencedQuantity, attachedOn: today }, { today })),
  fc.tuple(aReport, fc.nat(3)).map(([report, nth]): Decide => (state) => {
    const named = report(state);
    const held = Object.values(state.commitments).find(({ reports }) => reports.has(named))?.reports.get(named)?.evidence ?? [];
    return delivery.decideWithdrawEvidence(state, { report: named, evidence: held[nth % Math.max(held.length, 1)]?.id ?? 'E1', reason }, { today });
  }),
  fc.record({ provider: pick('P1', 'P2'), period: pick(...periods), nil: fc.boolean() }).map(({ provider, period: [from, to], nil }): Decide => (state) =>
    decideSubmitReturn(state, 'C1', submitReturn.parse({ provider, from, to, nil, submittedOn: today, submittedBy: 'person-provider' }), { today, unusualFigures: 'pass' })),
);

describe.each<[string, () => World | Promise<World>, number]>([
  ['in memory', () => worldInMemory(), 60],
  ['in PostgreSQL', () => worldOnPostgres(), 6],
])('Whatever people do about deliveries, recorded %s', (_name, begin, numRuns) => {
  let world: World;
  beforeAll(async () => {
    world = await begin();
  });
  afterAll(() => world.end());

  it('the stored events fold to the state that was live', async () => {
    const seen = new Set<string>();
    let authorities = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 30, maxLength: 60 }), async (sequence) => {
        const authority = `authority-${authorities++}`;
        const { ledger } = world.parts;
        await ledger.open(authority, 'Wexcombe');
        const executor = new CommandExecutor(ledger);
        let live = fold(contractEvolution, []);
        const act = async (round: number, decide: Decide): Promise<void> => {
          const context = { authority, commandId: `command-${round}`, requestHash: '0'.repeat(64), actor: 'person-manager' };
          let stated: readonly NewEvent[] = [];
          await executor.execute(context, stream, contractEvolution, (state) => {
            stated = decide(state, round);
            return { events: stated };
          });
          live = fold(contractEvolution, stated, live);
          for (const { type } of stated) seen.add(type);
        };
        await act(0, () => agreed);
        for (const [index, move] of sequence.entries()) {
          await act(index + 1, move).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        }
        const stored = await ledger.readStream(authority, stream);
        expect(told(fold(contractEvolution, stored))).toEqual(told(live));
        expect(told(await executor.stateOf(authority, stream, contractEvolution))).toEqual(told(live));
        expect(stored).toHaveLength(live.version);
      }),
      { numRuns, seed: 20_260_331 },
    );
    // Each kind of fact was among them: a property over refusals alone would prove nothing.
    expect(seen).toEqual(new Set([...agreed.map(({ type }) => type), ...FACTS]));
  });
});
