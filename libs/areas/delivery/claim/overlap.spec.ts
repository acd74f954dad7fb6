import { commitmentMade, contractRegistered, deliveryCorrected, deliveryRejected, deliveryReported, membersAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { deliveryWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { type Line, refuseIfOverlapReturns, refuseOverlap } from './overlap.js';

const members = membersAgreed({ P1: '60', P2: '40' });
const made = [contractRegistered(), members, commitmentMade()];
const total = (reference: string, from: string, to: string, over: Partial<Line> = {}) =>
  deliveryReported({ report: reference, from, to, item: false, provider: over.provider ?? null, inAddition: over.inAddition ?? false });
const item = (reference: string, day: string, over: Partial<Line> = {}) =>
  deliveryReported({ report: reference, from: day, to: day, item: true, provider: over.provider ?? null, inAddition: over.inAddition ?? false });

/** Whether a new report beside what happened is refused, and in what words. */
const beside = (past: readonly NewEvent[], over: Partial<Line>, correcting?: string) => {
  const line: Line = { reference: 'new', provider: null, from: '2024-06-01', to: '2024-08-31', item: false, inAddition: false, ...over };
  return given(...made, ...past).when((state: ContractState) => {
    const commitment = state.commitments['K1']!;
    refuseOverlap(commitment, line, correcting === undefined ? null : commitment.reports.get(correcting)!);
    return [];
  });
};
const withdrawn = (report: string) => fact(deliveryWithdrawn, '2024-09-01', { commitment: 'K1', report, reason: 'Not ours' });
const spring = total('D1', '2024-04-01', '2024-06-30');

describe('Two totals over the same days', () => {
  it('are refused with the overlap named', () => {
    const error = beside([spring], {}).thenRefused('from');
    expect(error.faults[0]).toEqual({
      field: 'from',
      value: '2024-06-01 to 2024-08-31',
      rule: 'must not overlap the total D1 of 2024-04-01 to 2024-06-30; both hold 2024-06-01 to 2024-06-30',
      fix: 'Correct D1, or report only other days.',
    });
  });

  it('are refused for a single day, and not for none', () => {
    beside([spring], { from: '2024-06-30' }).thenRefused('from');
    beside([spring], { from: '2024-07-01' }).then();
  });

  it('are refused whatever is said of being in addition', () => {
    beside([spring], { inAddition: true }).thenRefused('from');
  });

  it('of two members stand side by side; one that names no member speaks for all', () => {
    const ofP1 = total('D1', '2024-04-01', '2024-06-30', { provider: 'P1' });
    beside([ofP1], { provider: 'P2' }).then();
    beside([ofP1], { provider: 'P1' }).thenRefused('from');
    beside([ofP1], { provider: null }).thenRefused('from');
    beside([spring], { provider: 'P2' }).thenRefused('from');
  });

  it('are one member’s where the commitment names it', () => {
    const past = [contractRegistered(), members, commitmentMade('K1', { provider: 'P1' }), total('D1', '2024-04-01', '2024-06-30', { provider: 'P1' })];
    const line: Line = { reference: 'new', provider: null, from: '2024-06-30', to: '2024-06-30', item: false, inAddition: false };
    const reporting = (state: ContractState) => {
      refuseOverlap(state.commitments['K1']!, line, null);
      return [];
    };
    given(...past).when(reporting).thenRefused('from');
  });
});

describe('An item inside a total, and a total over items', () => {
  it('is refused unless it is said to be in addition', () => {
    const inside = beside([spring], { item: true, from: '2024-06-03', to: '2024-06-03' }).thenRefused('from');
    expect(inside.faults[0].fix).toBe('Correct D1, or report only other days; or say that this is in addition (inAddition), if it is not part of the total.');
    beside([spring], { item: true, from: '2024-06-03', to: '2024-06-03', inAddition: true }).then();
    const over = beside([item('D1', '2024-07-04')], {}).thenRefused('from');
    expect(over.faults[0].rule).toBe('must not overlap the item D1 of 2024-07-04; both hold 2024-07-04');
    beside([item('D1', '2024-07-04')], { inAddition: true }).then();
  });

  it('is compared when the total speaks for all, not when only the item names nobody', () => {
    beside([spring], { item: true, provider: 'P2', from: '2024-06-03', to: '2024-06-03' }).thenRefused('from');
    beside([total('D1', '2024-04-01', '2024-06-30', { provider: 'P1' })], { item: true, from: '2024-06-03', to: '2024-06-03' }).then();
  });

  it('is the new one’s to say: an older total in addition to items covers no later one', () => {
    beside([total('D1', '2024-06-01', '2024-08-31', { inAddition: true })], { item: true, from: '2024-06-03', to: '2024-06-03' }).thenRefused('from');
  });

  it('does not concern two items', () => {
    beside([item('D1', '2024-07-04')], { item: true, from: '2024-07-04', to: '2024-07-04' }).then();
  });
});

describe('What does not stand', () => {
  it('is not compared: withdrawn reports, rejected corrections, what was corrected', () => {
    beside([spring, withdrawn('D1')], {}).then();
    const shortened = deliveryCorrected('D1', { report: 'D2', from: '2024-04-01', to: '2024-05-31' });
    beside([spring, shortened], {}).then();
    const lengthened = deliveryCorrected('D1', { report: 'D2', from: '2024-04-01', to: '2024-08-31' });
    beside([spring, lengthened], { from: '2024-07-01' }).thenRefused('from');
    beside([spring, lengthened, deliveryRejected('D2')], { from: '2024-07-01' }).then();
  });
});

describe('A correction', () => {
  it('is not compared with what it corrects', () => {
    beside([spring], {}, 'D1').then();
  });

  it('is compared with every other report', () => {
    beside([spring, total('D2', '2024-07-01', '2024-09-30')], {}, 'D1').thenRefused('from');
  });

  it('stays beside what the report already stood beside in addition', () => {
    const past = [item('D1', '2024-07-04'), total('D2', '2024-07-01', '2024-09-30', { inAddition: true })];
    beside(past, { from: '2024-07-01', to: '2024-09-30' }, 'D2').then();
    beside(past, { item: true, from: '2024-07-05', to: '2024-07-05' }, 'D1').then();
    beside([...past, item('D3', '2024-06-20')], { from: '2024-06-01', to: '2024-09-30' }, 'D2').thenRefused('from');
  });
});

describe('A report that comes back into force', () => {
  const shortened = [spring, deliveryCorrected('D1', { report: 'D2', from: '2024-04-01', to: '2024-05-31' })];
  const rejecting = (state: ContractState) => {
    const facts = [deliveryRejected('D2')];
    refuseIfOverlapReturns(state, facts, state.commitments['K1']!.reports.get('D2')!, 'K1');
    return facts;
  };

  it('does not do so over days that were reported anew', () => {
    const error = given(...made, ...shortened, total('D3', '2024-06-01', '2024-06-30')).when(rejecting).thenRefused('report');
    expect(error.faults[0]).toMatchObject({
      rule: 'must not bring D1 (2024-04-01 to 2024-06-30) back into force over the days of D3 (2024-06-01 to 2024-06-30)',
      fix: 'Have D3 withdrawn or corrected first.',
    });
  });

  it('does so where nothing is in its way', () => {
    given(...made, ...shortened).when(rejecting).then('DeliveryRejected');
    given(...made, ...shortened, total('D3', '2024-07-01', '2024-07-31')).when(rejecting).then('DeliveryRejected');
    given(...made, ...shortened, total('D3', '2024-06-01', '2024-06-30'), withdrawn('D3')).when(rejecting).then('DeliveryRejected');
  });
});
