import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { breachPutRight, breachWaived, caseConfirmed, caseMet, clauseInvoked, conditionSetAside, contractRegistered, noticeServed, remedyApplied } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideSetConditionAside, setConditionAside } from './set-condition-aside.decision.js';

const around = { today: '2024-08-20' };
const settingAside = (over = {}) => (state: ContractState) => decideSetConditionAside(state, { clause: 'B1', case: 1, reason: 'The return was in the post', ...over }, around);

describe('Setting a condition aside', () => {
  it('is recorded with its reason', () => {
    const [aside] = given(...caseMet()).when(settingAside()).then('BreakConditionSetAside');
    expect(aside).toEqual({
      type: 'BreakConditionSetAside',
      businessDate: '2024-08-20',
      payload: { clause: 'B1', case: 1, setAsideOn: '2024-08-20', reason: 'The return was in the post' },
    });
  });

  it('is possible after it was confirmed, and after notice was served, until the clause is invoked', () => {
    given(...caseConfirmed()).when(settingAside()).then('BreakConditionSetAside');
    given(...caseConfirmed(), noticeServed()).when(settingAside()).then('BreakConditionSetAside');
    const error = given(...caseConfirmed(), noticeServed(), clauseInvoked()).when(settingAside()).thenRefused('case');
    expect(error.faults[0].rule).toBe('must be open, but the clause was invoked on 18 September 2024');
  });

  it.each([
    ['set aside', conditionSetAside(), 'it was set aside on 13 August 2024'],
    ['put right', breachPutRight(), 'it was put right on 2 September 2024'],
    ['waived', breachWaived(), 'it was waived on 2 September 2024'],
    ['settled', remedyApplied({ settles: true }), 'it was settled on 2 September 2024'],
  ])('is refused once it was %s', (_how, closing, words) => {
    const error = given(...caseConfirmed(), closing).when(settingAside()).thenRefused('case');
    expect(error.faults[0]).toEqual({
      ...{ field: 'case', value: 'B1/1', rule: `must be open, but ${words}` },
      fix: 'Nothing more can follow from it. A later breach is a case of its own.',
    });
  });

  it('is of a clause and a case that there are', () => {
    expect(given(contractRegistered()).when(settingAside()).thenRefused('clause').kind).toBe('not found');
    expect(given(...caseMet()).when(settingAside({ case: 3 })).thenRefused('case').kind).toBe('not found');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseMet({ clause: 'K1' }));
    decidesAnyInput(setConditionAside, (input) => decideSetConditionAside(state, input, around));
  });
});
