import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, contractResumed, contractSuspended, contractTerminated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideSuspendContract, suspendContract } from './suspend-contract.decision.js';

const around = { today: '2024-09-10' };
const suspending = (from = '2024-09-09') => (state: ContractState) => decideSuspendContract(state, { contract: 'C1', from, reason: 'The building is flooded' }, around);

describe('Suspending a contract', () => {
  it('is recorded from a day on, with its reason', () => {
    const [suspended] = given(contractRegistered()).when(suspending()).then('ContractSuspended');
    expect(suspended).toEqual({ type: 'ContractSuspended', businessDate: '2024-09-09', payload: { from: '2024-09-09', reason: 'The building is flooded' } });
  });

  it('begins between the start of the contract and today', () => {
    const late = given(contractRegistered()).when(suspending('2024-09-11')).thenRefused('from');
    expect(late.faults[0]).toMatchObject({ rule: 'must not be after today, 2024-09-10', fix: 'Suspend it once the day has come.' });
    const early = given(contractRegistered()).when(suspending('2024-03-31')).thenRefused('from');
    expect(early.faults[0].rule).toBe('must not lie before 2024-04-01, the day that the contract starts');
  });

  it('is refused while it is suspended, and for days of the suspension before', () => {
    const error = given(contractRegistered(), contractSuspended('2024-06-03')).when(suspending()).thenRefused('contract');
    expect(error.faults[0]).toMatchObject({ rule: 'must not be suspended already, and it is since 2024-06-03', fix: 'Resume it first.' });
    const resumed = [contractRegistered(), contractSuspended('2024-06-03'), contractResumed('2024-09-09')];
    expect(given(...resumed).when(suspending('2024-09-08')).thenRefused('from').faults[0].rule).toBe('must lie after 2024-09-08, the last day of the suspension before');
    given(...resumed).when(suspending('2024-09-09')).then('ContractSuspended');
  });

  it('is of a contract that runs', () => {
    expect(given().when(suspending()).thenRefused('contract').kind).toBe('not found');
    given(contractRegistered(), contractTerminated('2024-09-01')).when(suspending()).thenRefused('contract');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered());
    decidesAnyInput(suspendContract, (input) => decideSuspendContract(state, input, around));
  });
});
