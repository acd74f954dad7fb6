import type { ContractState } from '#domain/contract/state.js';
import { decidesAnyInput } from '../../../../test/support/any-input.js';
import { commitmentMade, contractRegistered, contractTerminated, deliveryReported, deliveryValidated, shortfallCarriedForward, targetAgreed } from '../../../../test/support/facts.js';
import { given } from '../../../../test/support/given.js';
import { carryShortfallForward, type CarryShortfallForward, decideCarryShortfallForward } from './carry-shortfall-forward.decision.js';

const around = { today: '2024-07-15' };
const spring = { from: '2024-04-01', to: '2024-06-30' };
const summer = { from: '2024-07-01', to: '2024-09-30' };
const base = carryShortfallForward.parse({ commitment: 'K1', ...spring, quantity: '40', into: summer, reason: 'The college starts in September' });
const carrying = (over: Partial<CarryShortfallForward> = {}) => (state: ContractState) => decideCarryShortfallForward(state, { ...base, ...over }, around);
const promised = [contractRegistered(), commitmentMade(), targetAgreed('100', spring.from, spring.to), targetAgreed('50', summer.from, summer.to)];

describe('Carrying a shortfall forward', () => {
  it('is recorded, from a target into a later one', () => {
    const [carried] = given(...promised).when(carrying()).then('ShortfallCarriedForward');
    expect(carried).toEqual({
      type: 'ShortfallCarriedForward',
      businessDate: '2024-07-15',
      payload: { commitment: 'K1', ...spring, quantity: '40', into: summer, agreedOn: '2024-07-15', reason: 'The college starts in September' },
    });
  });

  it('goes into days that have no target, and from there further', () => {
    const autumn = { from: '2024-10-01', to: '2024-10-31' };
    const [carried] = given(...promised).when(carrying({ into: autumn })).then('ShortfallCarriedForward');
    const further = { ...base, ...autumn, into: { from: '2025-01-01', to: '2025-01-31' } };
    given(...promised, carried!).when((state) => decideCarryShortfallForward(state, further, { today: '2024-11-01' })).then('ShortfallCarriedForward');
    given(...promised, carried!).when((state) => decideCarryShortfallForward(state, further, { today: '2024-10-31' })).thenRefused('to');
  });

  it('is at most what is lacking for the period', () => {
    given(...promised).when(carrying({ quantity: '100' })).then('ShortfallCarriedForward');
    const error = given(...promised).when(carrying({ quantity: '100.5' })).thenRefused('quantity');
    expect(error.faults[0]).toMatchObject({ value: '100.5', rule: 'must be at most 100 (hour), which is what is lacking for 2024-04-01 to 2024-06-30' });
    const validated = [deliveryReported({ quantity: '60' }), deliveryValidated({ accepted: '60' })];
    given(...promised, ...validated).when(carrying()).then('ShortfallCarriedForward');
    expect(given(...promised, ...validated).when(carrying({ quantity: '41' })).thenRefused('quantity').faults[0].rule).toContain('at most 40 (hour)');
    const before = shortfallCarriedForward('70', spring.from, spring.to, summer);
    given(...promised, before).when(carrying({ quantity: '30' })).then('ShortfallCarriedForward');
    expect(given(...promised, before).when(carrying()).thenRefused('quantity').faults[0].rule).toContain('at most 30 (hour)');
    expect(given(...promised).when(carrying({ quantity: '0' })).thenRefused('quantity').faults[0].rule).toBe('must be more than nothing');
  });

  it('is of the period of a target', () => {
    const error = given(...promised).when(carrying({ to: '2024-06-29' })).thenRefused('to');
    expect(error.faults[0]).toEqual({
      ...{ field: 'to', value: '2024-04-01 to 2024-06-29', rule: 'must be the period of a target of the commitment' },
      fix: 'Choose one, such as 2024-04-01 to 2024-06-30, 2024-07-01 to 2024-09-30.',
    });
  });

  it('goes forward, within a year, and overlaps no other target', () => {
    const back = given(...promised).when(carrying({ into: spring })).thenRefused('into.from');
    expect(back.faults[0]).toMatchObject({ rule: 'must lie after 2024-06-30, the last day of the target', fix: 'Carry it forward, not back.' });
    given(...promised).when(carrying({ into: { from: '2025-03-01', to: '2025-04-30' } })).thenRefused('into.to');
    const error = given(...promised).when(carrying({ into: { from: '2024-09-30', to: '2024-12-31' } })).thenRefused('into.from');
    expect(error.faults[0].rule).toBe('must not overlap another target of K1, and 2024-07-01 to 2024-09-30 has one');
  });

  it('is of a commitment that stands, in a contract that runs', () => {
    expect(given(contractRegistered()).when(carrying()).thenRefused('commitment').kind).toBe('not found');
    given(...promised, contractTerminated('2024-07-10')).when(carrying()).thenRefused('contract');
  });

  it('decides or refuses anything', () => {
    const { state } = given(contractRegistered(), commitmentMade(), targetAgreed('100', '2024-04-01', '2025-03-31'));
    decidesAnyInput(carryShortfallForward, (input) => decideCarryShortfallForward(state, input, around));
  });
});
