import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { aMeasure, commitmentMade, contractRegistered, contractTerminated, targetAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { agreeSubstitute, type AgreeSubstitute, decideAgreeSubstitute } from './agree-substitute.decision.js';

const around = { today: '2024-07-15' };
const spring = { from: '2024-04-01', to: '2024-06-30' };
const summer = { from: '2024-07-01', to: '2024-09-30' };
const by = { commitment: 'K2', ...summer, quantity: '8' };
const base = agreeSubstitute.parse({ commitment: 'K1', ...spring, quantity: '40', by, reason: 'No volunteers are to be had' });
const agreeing = (over: Partial<AgreeSubstitute> = {}) => (state: ContractState) => decideAgreeSubstitute(state, { ...base, ...over }, around);
const promised = [
  ...[contractRegistered(), commitmentMade(), targetAgreed('100', spring.from, spring.to)],
  ...[commitmentMade('K2', { measure: aMeasure({ measure: 'M2', unit: 'placement' }) }), targetAgreed('4', summer.from, summer.to, 'K2')],
];

describe('Agreeing a substitute', () => {
  it('is recorded: what is not owed any more, and what is owed instead', () => {
    const [agreed] = given(...promised).when(agreeing()).then('SubstituteAgreed');
    expect(agreed).toEqual({
      type: 'SubstituteAgreed',
      businessDate: '2024-07-15',
      payload: { commitment: 'K1', ...spring, quantity: '40', by, agreedOn: '2024-07-15', reason: 'No volunteers are to be had' },
    });
  });

  it('is of at most what is lacking', () => {
    const error = given(...promised).when(agreeing({ quantity: '101' })).thenRefused('quantity');
    expect(error.faults[0].rule).toBe('must be at most 100 (hour), which is what is lacking for 2024-04-01 to 2024-06-30');
    const once = [...promised, ...agreeing({ quantity: '100' })(given(...promised).state)];
    expect(given(...once).when(agreeing({ quantity: '1' })).thenRefused('quantity').faults[0].rule).toContain('at most 0 (hour)');
    given(...promised).when(agreeing({ quantity: '0' })).thenRefused('quantity');
    given(...promised).when(agreeing(summer)).thenRefused('to');
  });

  it('is by another commitment of the contract that counts in totals', () => {
    const same = given(...promised).when(agreeing({ by: { ...by, commitment: 'K1' } })).thenRefused('by.commitment');
    expect(same.faults[0]).toMatchObject({ rule: 'must be another commitment', fix: 'To deliver more of the same later, carry the shortfall forward.' });
    given(...promised).when(agreeing({ by: { ...by, commitment: 'K9' } })).thenRefused('commitment');
    for (const over of [{ basis: 'beyond contract' }, { measure: aMeasure({ combine: 'never' }) }] as const) {
      const error = given(...promised, commitmentMade('K3', over)).when(agreeing({ by: { ...by, commitment: 'K3' } })).thenRefused('by.commitment');
      expect(error.faults[0].rule).toBe('must be promised in the contract and counted in totals');
    }
  });

  it('is owed within a year, and in no part of another target', () => {
    given(...promised).when(agreeing({ by: { ...by, to: '2025-04-01' } })).thenRefused('by.to');
    const error = given(...promised).when(agreeing({ by: { ...by, to: '2024-08-31' } })).thenRefused('by.from');
    expect(error.faults[0].rule).toBe('must not overlap another target of K2, and 2024-07-01 to 2024-09-30 has one');
    given(...promised).when(agreeing({ by: { ...by, from: '2024-10-01', to: '2024-12-31' } })).then('SubstituteAgreed');
  });

  it('is of a commitment that stands, in a contract that runs', () => {
    expect(given(contractRegistered()).when(agreeing()).thenRefused('commitment').kind).toBe('not found');
    given(...promised, contractTerminated('2024-07-10')).when(agreeing()).thenRefused('contract');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), commitmentMade(), targetAgreed('100'), commitmentMade('K2'), targetAgreed('100', '2024-04-01', '2025-03-31', 'K2'));
    decidesAnyInput(agreeSubstitute, (input) => decideAgreeSubstitute(state, input, around));
  });
});
