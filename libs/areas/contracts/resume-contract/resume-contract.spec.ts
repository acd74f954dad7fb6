import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import { suspendedIn } from '#domain/contract/consequences/assess-period.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import { workingDaysAfter } from '#domain/kernel/working-days.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, contractResumed, contractSuspended, contractTerminated } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideResumeContract, resumeContract } from './resume-contract.decision.js';

const around = { today: '2024-09-20' };
const resuming = (on = '2024-09-16', reason: string | null = null) => (state: ContractState) => decideResumeContract(state, { contract: 'C1', on, reason }, around);
const suspended = [contractRegistered(), contractSuspended('2024-09-09')];

describe('Resuming a contract', () => {
  it('is recorded for the first day on which it runs again', () => {
    const [resumed] = given(...suspended).when(resuming()).then('ContractResumed');
    expect(resumed).toEqual({ type: 'ContractResumed', businessDate: '2024-09-16', payload: { on: '2024-09-16', onRecordFrom: '2024-09-20' } });
    const [told] = given(...suspended).when(resuming('2024-09-16', 'The water is out')).then('ContractResumed');
    expect(told).toMatchObject({ payload: { reason: 'The water is out' } });
    expect(given(...suspended, resumed!).state.suspensions).toEqual([{ from: '2024-09-09', to: '2024-09-15', clocksUntil: '2024-09-19' }]);
    const [today] = given(...suspended).when(resuming('2024-09-20')).then('ContractResumed');
    expect(today!.payload).toEqual({ on: '2024-09-20' });
    expect(given(...suspended, today!).state.suspensions).toEqual([{ from: '2024-09-09', to: '2024-09-19' }]);
  });

  it('on the day of its suspension leaves no day on which it stood still', () => {
    const atOnce = (state: ContractState) => decideResumeContract(state, { contract: 'C1', on: '2024-09-09', reason: null }, { today: '2024-09-09' });
    expect(given(...suspended, ...atOnce(given(...suspended).state)).state.suspensions).toEqual([]);
    // said later, it stood still for clocks, and for nothing else
    const [resumed] = given(...suspended).when(resuming('2024-09-09')).then('ContractResumed');
    const { state } = given(...suspended, resumed!);
    expect(suspendedIn(state, { from: '2024-09-01', to: '2024-09-30' })).toBe(false);
    expect(workingDaysAfter('2024-09-06', 5, workingCalendar(state, edition1)).date).toBe('2024-09-26');
  });

  it('lies between the suspension and today', () => {
    const error = given(...suspended).when(resuming('2024-09-08')).thenRefused('on');
    expect(error.faults[0].rule).toBe('must not lie before 2024-09-09, when it was suspended');
    given(...suspended).when(resuming('2024-09-21')).thenRefused('on');
  });

  it('is of a contract that is suspended', () => {
    const error = given(contractRegistered()).when(resuming()).thenRefused('contract');
    expect(error.faults[0]).toMatchObject({ rule: 'must be suspended', fix: 'It runs; there is nothing to resume.' });
    given(...suspended, contractResumed('2024-09-12')).when(resuming()).thenRefused('contract');
    given(...suspended, contractTerminated('2024-09-12')).when(resuming()).thenRefused('contract');
    expect(given().when(resuming()).thenRefused('contract').kind).toBe('not found');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), contractSuspended('2024-04-01'));
    decidesAnyInput(resumeContract, (input) => decideResumeContract(state, input, around));
  });
});
