import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { contractRegistered, contractTerminated, dueDateExtended, extensionAsked, returnMissed, returnSubmitted, scheduleAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideExtendDueDate, extendDueDate, type ExtendDueDate } from './extend-due-date.decision.js';

const around = { today: '2024-07-22', bankHolidays: edition1 };
const base = extendDueDate.parse({ contract: 'C1', from: '2024-04-01', to: '2024-06-30', until: '2024-08-09', reason: 'Illness' });
const extending = (over: Partial<ExtendDueDate> = {}) => (state: ContractState) => decideExtendDueDate(state, { ...base, ...over }, around);
const quarterly = [contractRegistered(), scheduleAgreed()];

describe('Giving more time for a return', () => {
  it('is recorded whether or not the member asked', () => {
    const [extended] = given(...quarterly).when(extending()).then('DueDateExtended');
    expect(extended).toEqual({
      type: 'DueDateExtended',
      businessDate: '2024-07-22',
      payload: { provider: 'P1', from: '2024-04-01', to: '2024-06-30', until: '2024-08-09', extendedOn: '2024-07-22', reason: 'Illness' },
    });
    given(...quarterly, extensionAsked('2024-08-30')).when(extending()).then('DueDateExtended');
  });

  it('never makes a return due sooner', () => {
    const error = given(...quarterly).when(extending({ until: '2024-07-26' })).thenRefused('until');
    expect(error.faults[0]).toMatchObject({ value: '2024-07-26', rule: 'must lie after 2024-07-26, when the return for 2024-04-01 to 2024-06-30 is due', fix: 'Give a later day.' });
    given(...quarterly, dueDateExtended('2024-08-16')).when(extending()).thenRefused('until');
    given(...quarterly, dueDateExtended('2024-08-02')).when(extending()).then('DueDateExtended');
  });

  it('can still be said of a return that came while the question waited for its answer', () => {
    given(...quarterly, extensionAsked('2024-08-30'), returnSubmitted()).when(extending()).then('DueDateExtended');
  });

  it('is not for ever', () => {
    const error = given(...quarterly).when(extending({ until: '2199-12-31' })).thenRefused('until');
    expect(error.faults[0].rule).toBe('must not lie after 2025-07-01, a year after the period’s end');
  });

  it('is of a return that has not come, and was not missed, under a contract that runs or is over', () => {
    given(...quarterly, returnSubmitted()).when(extending()).thenRefused('from');
    given(...quarterly, returnMissed()).when(extending()).thenRefused('from');
    given(...quarterly).when(extending({ from: '2024-04-02' })).thenRefused('to');
    given(...quarterly).when(extending({ provider: 'P2' })).thenRefused('provider');
    given(...quarterly, contractTerminated('2024-07-10')).when(extending()).then('DueDateExtended');
    expect(given().when(extending()).thenRefused('contract').kind).toBe('not found');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(contractRegistered(), scheduleAgreed({ frequency: 'annual' }));
    decidesAnyInput(extendDueDate, (input) => decideExtendDueDate(state, input, around));
  });
});
