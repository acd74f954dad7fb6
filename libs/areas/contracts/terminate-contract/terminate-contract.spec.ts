import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { caseConfirmed, clauseInvoked, contractRegistered, contractTerminated, noticeServed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideTerminateContract, terminateContract, type TerminateContract } from './terminate-contract.decision.js';

const around = { today: '2024-10-31' };
const base = terminateContract.parse({ contract: 'C1', terminatedOn: '2024-10-25', ground: 'agreement', reason: 'The service moves in house' });
const ending = (over: Partial<TerminateContract> = {}) => (state: ContractState) => decideTerminateContract(state, { ...base, ...over }, around);
// invoked on 18 September 2024
const invoked = [...caseConfirmed(), noticeServed(), clauseInvoked()];
const byClause = { ground: 'break clause', because: { clause: 'B1', case: 1 } } as const;

describe('Ending a contract before its time', () => {
  it('is recorded with its last day, its ground and its reason', () => {
    const [ended] = given(contractRegistered()).when(ending()).then('ContractTerminated');
    expect(ended).toEqual({
      type: 'ContractTerminated',
      businessDate: '2024-10-25',
      payload: { terminatedOn: '2024-10-25', ground: 'agreement', because: null, reason: 'The service moves in house' },
    });
  });

  it('by a break clause names the case that was invoked', () => {
    const [ended] = given(...invoked).when(ending(byClause)).then('ContractTerminated');
    expect(ended).toMatchObject({ payload: { ground: 'break clause', because: { clause: 'B1', case: 1 } } });
    const nobody = given(...caseConfirmed(), noticeServed()).when(ending(byClause)).thenRefused('because');
    expect(nobody.faults[0]).toMatchObject({ value: 'B1/1', rule: 'must be a case of this contract that was invoked', fix: 'Have a second authorised person invoke the clause first.' });
    given(...invoked).when(ending({ ...byClause, because: { clause: 'B2', case: 1 } })).thenRefused('because');
    given(...invoked).when(ending({ ...byClause, because: { clause: 'B1', case: 2 } })).thenRefused('because');
  });

  it('by a break clause lies on or after the day on which that was invoked', () => {
    const error = given(...invoked).when(ending({ ...byClause, terminatedOn: '2024-09-17' })).thenRefused('terminatedOn');
    expect(error.faults[0].rule).toBe('must not lie before 2024-09-18, when the clause was invoked');
    given(...invoked).when(ending({ ...byClause, terminatedOn: '2024-09-18' })).then('ContractTerminated');
  });

  it('names a case if, and only if, a break clause is the ground', () => {
    const lacking = given(...invoked).when(ending({ ground: 'break clause' })).thenRefused('because');
    expect(lacking.faults[0].rule).toBe('must be given where a break clause is the ground');
    const toomuch = given(...invoked).when(ending({ ...byClause, ground: 'other' })).thenRefused('because');
    expect(toomuch.faults[0].rule).toBe('must be left out where no break clause is the ground');
  });

  it('lies within the contract and not after today', () => {
    given(contractRegistered()).when(ending({ terminatedOn: '2024-11-01' })).thenRefused('terminatedOn');
    const early = given(contractRegistered()).when(ending({ terminatedOn: '2024-03-31' })).thenRefused('terminatedOn');
    expect(early.faults[0].rule).toBe('must not lie before 2024-04-01, the day that the contract starts');
    const late = given(contractRegistered({ endsOn: '2024-10-24' })).when(ending()).thenRefused('terminatedOn');
    expect(late.faults[0]).toMatchObject({ rule: 'must not lie after 2024-10-24, the day that it ends by itself', fix: 'Complete the contract instead.' });
  });

  it('is done once, of a contract that is registered', () => {
    const error = given(contractRegistered(), contractTerminated('2024-09-30')).when(ending()).thenRefused('contract');
    expect(error.faults[0].rule).toBe('must not have been ended, and it was on 2024-09-30');
    expect(given().when(ending()).thenRefused('contract').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered());
    decidesAnyInput(terminateContract, (input) => decideTerminateContract(state, input, around));
  });
});
