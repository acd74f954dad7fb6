import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { caseConfirmed, caseMet, remedyApplied } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { applyRemedy, type ApplyRemedy, decideApplyRemedy } from './apply-remedy.decision.js';

const around = { today: '2024-09-03' };
const base = applyRemedy.parse({ clause: 'B1', case: 1, remedy: 'credit', pence: 50_000, words: 'A service credit of £500' });
const applying = (over: Partial<ApplyRemedy> = {}) => (state: ContractState) => decideApplyRemedy(state, { ...base, ...over }, around);

describe('Applying a remedy', () => {
  it('is recorded with its amount, and settles nothing unless it says so', () => {
    const [applied] = given(...caseConfirmed()).when(applying()).then('RemedyApplied');
    expect(applied).toEqual({
      type: 'RemedyApplied',
      businessDate: '2024-09-03',
      payload: { clause: 'B1', case: 1, remedy: 'credit', pence: 50_000, appliedOn: '2024-09-03', settles: false, words: 'A service credit of £500' },
    });
  });

  it('leaves the case open for more, unless it settles it', () => {
    given(...caseConfirmed(), remedyApplied()).when(applying({ settles: true })).then('RemedyApplied');
    const error = given(...caseConfirmed(), remedyApplied({ settles: true })).when(applying()).thenRefused('case');
    expect(error.faults[0].rule).toBe('must be open, but it was settled on 2 September 2024');
  });

  it.each([
    ['credit', 'must be given for a credit'],
    ['withheld payment', 'must be given for a withheld payment'],
    ['damages', 'must be given for damages'],
  ] as const)('asks for the amount of %s', (remedy, rule) => {
    const error = given(...caseConfirmed()).when(applying({ remedy, pence: null })).thenRefused('pence');
    expect(error.faults[0]).toMatchObject({ value: '', rule, fix: 'Give its amount in whole pence.' });
  });

  it('is not of nothing, where an amount is given (bug: a credit of £0 was a remedy)', () => {
    const error = given(...caseConfirmed()).when(applying({ pence: 0 })).thenRefused('pence');
    expect(error.faults[0]).toMatchObject({ value: '0', rule: 'must be more than nothing where an amount is given', fix: 'Give its amount in whole pence, or leave it out where it has none.' });
    given(...caseConfirmed()).when(applying({ remedy: 'settlement', pence: 0, settles: true })).thenRefused('pence');
    given(...caseConfirmed()).when(applying({ pence: 1 })).then('RemedyApplied');
  });

  it.each(['substitute delivery', 'settlement'] as const)('takes %s without an amount', (remedy) => {
    const [applied] = given(...caseConfirmed()).when(applying({ remedy, pence: null })).then('RemedyApplied');
    expect(applied).toMatchObject({ payload: { remedy, pence: null } });
  });

  it('lies between the confirmation and today, in a case that was confirmed', () => {
    given(...caseConfirmed()).when(applying({ appliedOn: '2024-08-13' })).thenRefused('appliedOn');
    given(...caseConfirmed()).when(applying({ appliedOn: '2024-09-04', pence: null })).thenRefused('appliedOn', 'pence');
    given(...caseMet()).when(applying()).thenRefused('case');
  });

  it('is decided or refused, whatever comes', () => {
    const { state } = given(...caseConfirmed({ clause: 'K1' }));
    decidesAnyInput(applyRemedy, (input) => decideApplyRemedy(state, input, { today: '2025-06-01' }));
  });
});
