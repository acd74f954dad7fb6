import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryRejected, deliveryReported, deliveryValidated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { ContractState } from '#domain/contract/state.js';
import { decideWithdrawDeliveryReport, withdrawDeliveryReport } from './withdraw-delivery-report.decision.js';

const around = { today: '2024-09-01' };
const withdrawing = (report = 'D1') => (state: ContractState) => decideWithdrawDeliveryReport(state, { report, reason: 'Another contract’s' }, around);
const reported = [contractRegistered(), commitmentMade(), deliveryReported()];
const corrected = [...reported, deliveryCorrected('D1', { report: 'D2' })];

describe('Withdrawing a delivery report', () => {
  it('is recorded on the day that it is done, validated or not', () => {
    const [withdrawn] = given(...reported).when(withdrawing()).then('DeliveryWithdrawn');
    expect(withdrawn).toMatchObject({ businessDate: '2024-09-01', payload: { commitment: 'K1', report: 'D1', reason: 'Another contract’s' } });
    given(...reported, deliveryValidated()).when(withdrawing()).then('DeliveryWithdrawn');
  });

  it('is done by the first report or by its correction in force', () => {
    given(...corrected).when(withdrawing('D1')).then('DeliveryWithdrawn');
    given(...corrected).when(withdrawing('D2')).then('DeliveryWithdrawn');
  });

  it('is not done by a correction that is not in force, which would take the others along unseen', () => {
    const error = given(...corrected, deliveryRejected('D2')).when(withdrawing('D2')).thenRefused('report');
    expect(error.faults[0].fix).toBe('Withdraw D1, which takes all its corrections with it.');
  });

  it('is done once, and to what is there', () => {
    const withdrawn = withdrawing()(given(...corrected).state);
    given(...corrected, ...withdrawn).when(withdrawing('D1')).thenRefused('report');
    given(...corrected, ...withdrawn).when(withdrawing('D2')).thenRefused('report');
    expect(given(...reported).when(withdrawing('D9')).thenRefused('report').kind).toBe('not found');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), commitmentMade(), deliveryReported({ report: 'P1' }));
    decidesAnyInput(withdrawDeliveryReport, (input) => decideWithdrawDeliveryReport(state, input, around));
  });
});
