import { calendarEvolution } from './authority/calendar.js';
import { policyEvolution } from './authority/policy.js';
import { providerEvolution } from './authority/provider.js';
import { contractEvolution } from './contract/contract.js';
import type { Evolution } from './kernel/decider.js';
import { measureSetEvolution } from './measures/measure-set.js';

/**
 * An event that a stream's evolution did not know was folded as if it were one that it did: a bank holiday on the
 * calendar would have closed the year `undefined`, and every year after it.
 */
describe('An event of a type that a stream does not know', () => {
  it.each<[string, Evolution<never>]>([
    ['calendar', calendarEvolution as never],
    ['policy', policyEvolution as never],
    ['provider', providerEvolution as never],
    ['measure set', measureSetEvolution as never],
    ['contract', contractEvolution as never],
  ])('is not folded into the %s', (_, evolution) => {
    const event = { type: 'BankHolidayAgreed', businessDate: '2026-12-25', payload: { terms: { measure: 'M1' } } };
    expect(() => evolution.evolve(evolution.initial, event)).toThrow('of the unknown type BankHolidayAgreed');
  });
});
