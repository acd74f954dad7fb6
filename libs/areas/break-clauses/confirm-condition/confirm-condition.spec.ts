import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { caseConfirmed, caseMet, conditionSetAside, contractRegistered } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { confirmCondition, type ConfirmCondition, decideConfirmCondition } from './confirm-condition.decision.js';

const around = { today: '2024-08-15' };
const base = confirmCondition.parse({ clause: 'B1', case: 1, confirmedBy: 'person-manager' });
const confirming = (over: Partial<ConfirmCondition> = {}) => (state: ContractState) => decideConfirmCondition(state, { ...base, ...over }, around);

describe('Confirming that a condition was met', () => {
  it('triggers the clause, by a named person, today', () => {
    const [triggered] = given(...caseMet()).when(confirming()).then('BreakClauseTriggered');
    expect(triggered).toEqual({
      type: 'BreakClauseTriggered',
      businessDate: '2024-08-15',
      payload: { clause: 'B1', case: 1, confirmedOn: '2024-08-15', confirmedBy: 'person-manager' },
    });
  });

  it('may say what it rests on, and on which day it was decided', () => {
    const [triggered] = given(...caseMet()).when(confirming({ confirmedOn: '2024-08-12', reason: 'We telephoned twice' })).then('BreakClauseTriggered');
    expect(triggered).toMatchObject({ businessDate: '2024-08-12', payload: { confirmedOn: '2024-08-12', reason: 'We telephoned twice' } });
  });

  it('is of a day from when the condition was found to be met, and not of tomorrow', () => {
    const early = given(...caseMet()).when(confirming({ confirmedOn: '2024-08-11' })).thenRefused('confirmedOn');
    expect(early.faults[0].rule).toBe('must not lie before 2024-08-12, the day on which the condition was found to be met');
    const late = given(...caseMet()).when(confirming({ confirmedOn: '2024-08-16' })).thenRefused('confirmedOn');
    expect(late.faults[0]).toMatchObject({ value: '2024-08-16', rule: 'must not be after today, 2024-08-15', fix: 'Record it once it has happened.' });
  });

  it('is done once', () => {
    const error = given(...caseConfirmed()).when(confirming()).thenRefused('case');
    expect(error.faults[0]).toMatchObject({ value: 'B1/1', rule: 'must not be confirmed already, and it was on 2024-08-14' });
  });

  it('is of a case of a clause, that nobody has set aside', () => {
    const unknown = given(contractRegistered()).when(confirming()).thenRefused('clause');
    expect({ kind: unknown.kind, rule: unknown.faults[0].rule }).toEqual({ kind: 'not found', rule: 'must be a break clause of this authority' });
    const second = given(...caseMet()).when(confirming({ case: 2 })).thenRefused('case');
    expect({ kind: second.kind, rule: second.faults[0].rule }).toEqual({ kind: 'not found', rule: 'must be a case of B1, whose condition was met once' });
    const aside = given(...caseMet(), conditionSetAside()).when(confirming()).thenRefused('case');
    expect(aside.faults[0].rule).toBe('must be open, but it was set aside on 13 August 2024');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseMet({ clause: 'K1' }));
    decidesAnyInput(confirmCondition, (input) => decideConfirmCondition(state, input, around));
  });
});
