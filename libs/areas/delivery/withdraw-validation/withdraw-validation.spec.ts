import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, deliveryCorrected, deliveryQueried, deliveryRejected, deliveryReported, deliveryValidated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { fact } from '#domain/contract/contract.js';
import { deliveryWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import { decideWithdrawValidation, withdrawValidation } from './withdraw-validation.decision.js';

const around = { today: '2024-09-01' };
const withdrawing = (state: ContractState) => decideWithdrawValidation(state, { report: 'D1', reason: 'The payroll was of another site' }, around);
const reported = [contractRegistered(), commitmentMade(), deliveryReported()];
const validated = [...reported, deliveryValidated()];

describe('Withdrawing a validation', () => {
  it('is recorded on the day that it is done', () => {
    const [withdrawn] = given(...validated).when(withdrawing).then('ValidationWithdrawn');
    expect(withdrawn).toMatchObject({ businessDate: '2024-09-01', payload: { commitment: 'K1', report: 'D1' } });
  });

  it('is done to what is validated', () => {
    given(...reported).when(withdrawing).thenRefused('report');
    given(...reported, deliveryQueried()).when(withdrawing).thenRefused('report');
    given(...reported, deliveryRejected()).when(withdrawing).thenRefused('report');
    given(...validated, ...withdrawing(given(...validated).state)).when(withdrawing).thenRefused('report');
    const gone = fact(deliveryWithdrawn, '2024-08-02', { commitment: 'K1', report: 'D1', reason: 'Not ours' });
    given(...validated, gone).when(withdrawing).thenRefused('report');
  });

  it('is done while a correction waits: what was validated still counts', () => {
    given(...validated, deliveryCorrected('D1', { report: 'D2' })).when(withdrawing).then('ValidationWithdrawn');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), commitmentMade(), deliveryReported({ report: 'P1' }), deliveryValidated({ report: 'P1' }));
    decidesAnyInput(withdrawValidation, (input) => decideWithdrawValidation(state, input, around));
  });
});
