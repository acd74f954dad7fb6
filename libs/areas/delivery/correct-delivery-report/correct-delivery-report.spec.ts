import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryRejected, deliveryReported, deliveryValidated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { correctionCancelled, deliveryWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import { correctDeliveryReport, type CorrectDeliveryReport, decideCorrectDeliveryReport } from './correct-delivery-report.decision.js';

const base = correctDeliveryReport.parse({
  reference: 'D2',
  corrects: 'D1',
  from: '2024-04-01',
  to: '2024-06-30',
  quantity: '8',
  reportedOn: '2024-08-01',
  reportedBy: 'person-provider',
  reason: 'Two were counted twice',
});
const around = { today: '2025-08-01' };
const correcting = (over: Partial<CorrectDeliveryReport> = {}) => (state: ContractState) => decideCorrectDeliveryReport(state, { ...base, ...over }, around);
const reported = [contractRegistered(), commitmentMade(), deliveryReported({ quantity: '10' })];
const why = { commitment: 'K1', reason: 'A slip' };

describe('Correcting a delivery report', () => {
  it('states the report anew, with the reason', () => {
    const [corrected] = given(...reported).when(correcting()).then('DeliveryCorrected');
    expect(corrected).toMatchObject({
      businessDate: '2024-08-01',
      payload: { report: 'D2', corrects: 'D1', commitment: 'K1', quantity: '8', reason: 'Two were counted twice' },
    });
  });

  it('is done after a validation and after a rejection too', () => {
    given(...reported, deliveryValidated()).when(correcting()).then('DeliveryCorrected');
    given(...reported, deliveryRejected()).when(correcting()).then('DeliveryCorrected');
  });

  it.each([null, '', '  '])('needs a reason, not %j', (reason) => {
    given(...reported).when(correcting({ reason })).thenRefused('reason');
  });

  it('needs no further reason for an unusual figure', () => {
    given(...reported).when(correcting({ quantity: '99999999' })).then('DeliveryCorrected');
  });

  it('is done on what is in force', () => {
    const again = correcting({ reference: 'D3', corrects: 'D1' });
    const corrected = [...reported, deliveryCorrected('D1', { report: 'D2', quantity: '8' })];
    expect(given(...corrected).when(again).thenRefused('corrects').faults[0]).toMatchObject({
      rule: 'must be in force, but it has been corrected and D2 is in force',
      fix: 'Correct D2 instead.',
    });
    given(...corrected).when(correcting({ reference: 'D3', corrects: 'D2' })).then('DeliveryCorrected');
    const rejected = given(...corrected, deliveryRejected('D2')).when(correcting({ reference: 'D3', corrects: 'D2' })).thenRefused('corrects');
    expect(rejected.faults[0].fix).toBe('Correct D1 instead.');
    given(...corrected, fact(correctionCancelled, '2024-08-02', { ...why, report: 'D2' })).when(again).then('DeliveryCorrected');
  });

  it('is not done on what was withdrawn, nor on nothing', () => {
    const error = given(...reported, fact(deliveryWithdrawn, '2024-08-02', { ...why, report: 'D1' })).when(correcting()).thenRefused('corrects');
    expect(error.faults[0].rule).toBe('must stand, but it was withdrawn');
    expect(given(...reported).when(correcting({ corrects: 'D9' })).thenRefused('corrects').kind).toBe('not found');
  });

  it('stays on its commitment', () => {
    given(...reported, commitmentMade('K2')).when(correcting({ commitment: 'K1' })).then('DeliveryCorrected');
    const error = given(...reported, commitmentMade('K2')).when(correcting({ commitment: 'K2' })).thenRefused('commitment');
    expect(error.faults[0].fix).toContain('Withdraw a report');
  });

  it('takes a reference of its own', () => {
    expect(given(...reported).when(correcting({ reference: 'D1' })).thenRefused('reference').kind).toBe('conflict');
  });

  it('keeps the rules of every claim', () => {
    given(...reported).when(correcting({ quantity: null })).thenRefused('quantity');
    given(...reported).when(correcting({ to: '2025-06-30' })).thenRefused('to');
    given(...reported, deliveryReported({ report: 'D9', from: '2024-07-01', to: '2024-09-30' }))
      .when(correcting({ to: '2024-07-31' }))
      .thenRefused('from');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...reported, deliveryReported({ report: 'P1', from: '2024-07-01', to: '2024-09-30' }));
    decidesAnyInput(correctDeliveryReport, (input) => decideCorrectDeliveryReport(state, input, around));
  });
});
