import { aMeasure, contractRegistered } from '../../../test/support/facts.js';
import { given } from '../../../test/support/given.js';
import { quantityOf } from '#domain/kernel/quantity.js';
import { unusualTargets } from './unusual-targets.js';

/** From April 2024 to March 2027, worth £1,000,000. */
const { state } = given(contractRegistered());
const standing = [{ from: '2024-04-01', to: '2025-03-31', quantity: quantityOf('10') }];
const found = (quantity: string, from = '2025-04-01', to = '2026-03-31', measure = aMeasure()) =>
  unusualTargets(state, measure, [{ from, to, quantity }], standing, () => '').map(({ fault }) => fault.field);

describe('What is unusual about a target', () => {
  it('is nothing up to ten times the largest other, the contract’s value and its last day', () => {
    expect(found('100', '2026-04-01', '2027-03-31')).toEqual([]);
    expect(unusualTargets(state, aMeasure(), [{ from: '2025-04-01', to: '2026-03-31', quantity: '100000' }])).toEqual([]);
  });

  it('is more than ten times the largest other', () => {
    expect(found('100.000001')).toEqual(['quantity']);
  });

  it('is more than the contract is worth: for FTE by full-time years, and never without a value', () => {
    const line = { from: '2024-04-01', to: '2024-04-30', quantity: '100001' };
    const over = (measure: Parameters<typeof aMeasure>[0]) => unusualTargets(state, aMeasure(measure), [line]).length;
    expect(over({})).toBe(1);
    expect(over({ kind: 'FTE' })).toBe(0);
    expect(over({ money: 'none', unitValue: null })).toBe(0);
  });

  it('is a day outside the contract', () => {
    expect(found('10', '2024-03-31', '2024-03-31')).toEqual(['from']);
    expect(found('10', '2027-04-01', '2027-04-01')).toEqual(['to']);
  });

  it('does not compare a target with itself stated anew', () => {
    expect(found('1000', '2024-04-01', '2025-03-31')).toEqual([]);
  });
});
