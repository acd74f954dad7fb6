import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryQueried, deliveryRejected, deliveryReported, deliveryValidated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import type { ContractState } from '#domain/contract/state.js';
import { cancelCorrection, decideCancelCorrection } from './cancel-correction.decision.js';

const around = { today: '2024-09-01' };
const cancelling = (report = 'D2') => (state: ContractState) => decideCancelCorrection(state, { report, reason: 'It was right at first' }, around);
const reported = [contractRegistered(), commitmentMade(), deliveryReported()];
const corrected = [...reported, deliveryCorrected('D1', { report: 'D2', quantity: '8', from: '2024-04-01', to: '2024-05-31' })];

describe('Cancelling a correction', () => {
  it('takes it back on the day that it is done', () => {
    const [cancelled] = given(...corrected).when(cancelling()).then('CorrectionCancelled');
    expect(cancelled).toMatchObject({ businessDate: '2024-09-01', payload: { commitment: 'K1', report: 'D2', reason: 'It was right at first' } });
  });

  it('is done until it is decided; a query decides nothing', () => {
    given(...corrected, deliveryQueried('D2')).when(cancelling()).then('CorrectionCancelled');
    given(...corrected, deliveryValidated({ report: 'D2', accepted: '8' })).when(cancelling()).thenRefused('report');
    given(...corrected, deliveryRejected('D2')).when(cancelling()).thenRefused('report');
  });

  it('is done once', () => {
    const cancelled = decideCancelCorrection(given(...corrected).state, { report: 'D2', reason: 'A slip' }, around);
    given(...corrected, ...cancelled).when(cancelling()).thenRefused('report');
  });

  it('is done on the last correction of a chain', () => {
    const twice = [...corrected, deliveryCorrected('D2', { report: 'D3', quantity: '7' })];
    const error = given(...twice).when(cancelling('D2')).thenRefused('report');
    expect(error.faults[0].fix).toBe('Cancel or correct D3 instead.');
    given(...twice).when(cancelling('D3')).then('CorrectionCancelled');
  });

  it('is not done on a first report', () => {
    given(...reported).when(cancelling('D1')).thenRefused('report');
  });

  it('does not bring a total back over days reported anew', () => {
    const june = deliveryReported({ report: 'D4', from: '2024-06-01', to: '2024-06-30' });
    given(...corrected, june).when(cancelling()).thenRefused('report');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...reported, deliveryCorrected('D1', { report: 'P1' }));
    decidesAnyInput(cancelCorrection, (input) => decideCancelCorrection(state, input, around));
  });
});
