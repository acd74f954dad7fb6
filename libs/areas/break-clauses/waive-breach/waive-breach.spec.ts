import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { breachPutRight, caseConfirmed, caseMet, clauseInvoked, noticeServed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { decideWaiveBreach, waiveBreach, type WaiveBreach } from './waive-breach.decision.js';

const around = { today: '2024-09-03' };
const base = waiveBreach.parse({ clause: 'B1', case: 1, words: 'We give up our rights from this breach, and from no other.' });
const waiving = (over: Partial<WaiveBreach> = {}) => (state: ContractState) => decideWaiveBreach(state, { ...base, ...over }, around);

describe('Waiving a breach', () => {
  it('is recorded in the words in which the rights were given up', () => {
    const [waived] = given(...caseConfirmed(), noticeServed()).when(waiving()).then('BreakClauseWaived');
    expect(waived).toEqual({
      type: 'BreakClauseWaived',
      businessDate: '2024-09-03',
      payload: { clause: 'B1', case: 1, waivedOn: '2024-09-03', words: 'We give up our rights from this breach, and from no other.' },
    });
    const [before] = given(...caseConfirmed()).when(waiving({ waivedOn: '2024-08-14' })).then('BreakClauseWaived');
    expect(before).toMatchObject({ businessDate: '2024-08-14', payload: { waivedOn: '2024-08-14' } });
  });

  it('never happens without words', () => {
    expect(waiveBreach.safeParse({ clause: 'B1', case: 1 }).success).toBe(false);
    expect(waiveBreach.safeParse({ clause: 'B1', case: 1, words: '  ' }).success).toBe(false);
  });

  it('lies between the confirmation and today', () => {
    const error = given(...caseConfirmed()).when(waiving({ waivedOn: '2024-08-13' })).thenRefused('waivedOn');
    expect(error.faults[0].rule).toBe('must not lie before 2024-08-14, the day on which the case was confirmed');
    given(...caseConfirmed()).when(waiving({ waivedOn: '2024-09-04' })).thenRefused('waivedOn');
  });

  it('is of a confirmed case that is open', () => {
    given(...caseMet()).when(waiving()).thenRefused('case');
    given(...caseConfirmed(), breachPutRight()).when(waiving()).thenRefused('case');
    given(...caseConfirmed(), noticeServed(), clauseInvoked()).when(waiving()).thenRefused('case');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseConfirmed({ clause: 'K1' }));
    decidesAnyInput(waiveBreach, (input) => decideWaiveBreach(state, input, { today: '2025-06-01' }));
  });
});
