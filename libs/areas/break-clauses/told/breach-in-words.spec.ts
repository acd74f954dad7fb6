import type { Breach } from '#domain/contract/breach.js';
import * as facts from '../../../../test/support/facts.js';
import { breachInWords, shortPeriodInWords } from './breach-in-words.js';

const names = { provider: () => 'Open Door', unit: () => 'hour' };
const quarter = { from: '2024-04-01', to: '2024-06-30' };
const nothing = { ...quarter, duePence: 0, keptPence: 0, unvaluedDue: 0, unvaluedPercent: null };

describe('A breach in words', () => {
  it('of a shortfall names each period by value, and by quantity where there is no value', () => {
    const period = { ...nothing, duePence: 123_456, keptPence: 10_000, unvaluedDue: 2, unvaluedPercent: '37.5' };
    expect(shortPeriodInWords(period)).toBe('1 April 2024 to 30 June 2024: £100.00 validated of £1,234.56 due (8.1%); 37.5% of the 2 targets without a value, on average.');
    expect(shortPeriodInWords({ ...nothing, unvaluedDue: 1, unvaluedPercent: '0' })).toBe('1 April 2024 to 30 June 2024: 0% of the target without a value.');
    expect(shortPeriodInWords(nothing)).toBe('1 April 2024 to 30 June 2024: nothing due.');
  });

  it('of a shortfall says that nothing was due between periods that do not touch (bug: two periods a year apart were called consecutive, without a word)', () => {
    const short = { ...nothing, duePence: 100_000, keptPence: 10_000 };
    const [spring, summer, nextSpring] = [short, { ...short, from: '2024-07-01', to: '2024-09-30' }, { ...short, from: '2025-04-01', to: '2025-06-30' }];
    const apart = breachInWords({ kind: 'shortfall', periods: [spring, nextSpring] }, names);
    expect(apart).toMatch(/ 1 April 2025 to 30 June 2025: [^:]+\. In between, from 1 July 2024 to 31 March 2025, nothing was due\.$/);
    expect(breachInWords({ kind: 'shortfall', periods: [spring, summer] }, names)).not.toContain('In between');
    const twice = breachInWords({ kind: 'shortfall', periods: [spring, nextSpring, { ...short, from: '2026-04-01', to: '2026-06-30' }] }, names);
    expect(twice).toMatch(/In between, from 1 July 2024 to 31 March 2025 and 1 July 2025 to 31 March 2026, nothing was due\.$/);
  });

  it('never rounds what is too little up to what is enough', () => {
    expect(shortPeriodInWords({ ...nothing, duePence: 100_000, keptPence: 59_999 })).toContain('(59.9%)');
  });

  it('of a silence says whether a reminder was delivered and whether more time was given', () => {
    expect(breachInWords(facts.silence(), names)).toBe(
      'No return from Open Door for 1 April 2024 to 30 June 2024 was on record by the end of 9 August 2024; it was due on 26 July 2024. No reminder is known to have been delivered.',
    );
    const extended = { ...facts.silence(), extended: true, remindersDelivered: 2 } as Breach;
    expect(breachInWords(extended, names)).toMatch(/That day had been put off\. Reminders known to have been delivered: 2\.$/);
  });

  it('of a critical commitment names what was due', () => {
    const missed = { kind: 'critical commitment missed' as const, commitment: 'K1', ...quarter, due: '40', validated: '10' };
    expect(breachInWords(missed, names)).toBe('Of 40 due on K1 by 30 June 2024 10 was validated, in the unit “hour”.');
  });
});
