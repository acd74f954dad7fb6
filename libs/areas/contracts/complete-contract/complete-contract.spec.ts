import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, contractTerminated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { completeContract, decideCompleteContract } from './complete-contract.decision.js';

const around = { today: '2027-04-01' };
const completing =
  (completedOn = '2027-03-31') =>
  (state: Parameters<typeof decideCompleteContract>[0]) =>
    decideCompleteContract(state, { contract: 'C1', completedOn, reason: null }, around);

describe('Completing a contract', () => {
  it('is recorded on the day on which it ran out', () => {
    const [completed] = given(contractRegistered()).when(completing()).then('ContractCompleted');
    expect(completed).toMatchObject({ businessDate: '2027-03-31', payload: { completedOn: '2027-03-31' } });
  });

  it('is not done ahead, nor before the contract started', () => {
    given(contractRegistered()).when(completing('2027-04-02')).thenRefused('completedOn');
    given(contractRegistered()).when(completing('2024-03-31')).thenRefused('completedOn');
  });

  it('is done once', () => {
    given(contractRegistered(), ...completing()(given(contractRegistered()).state)).when(completing()).thenRefused('contract');
  });

  it('is not done to one that was ended before its time', () => {
    const error = given(contractRegistered(), contractTerminated('2026-05-31')).when(completing()).thenRefused('contract');
    expect(error.faults[0].rule).toBe('must not have been ended, and it was on 2026-05-31');
  });

  it('decides or refuses anything', () => {
    decidesAnyInput(completeContract, (input) => decideCompleteContract(given(contractRegistered()).state, input, around));
  });
});
