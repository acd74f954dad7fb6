import { checkWithinOneYear } from './one-year.js';
import type { Refusal } from './refusal.js';
import { Faults } from './refusal.js';

function faultsOf(from: string, to: string) {
  const faults = new Faults();
  const countable = checkWithinOneYear(faults, { from, to }, 'targets[0].');
  try {
    faults.refuseIfAny();
    return { countable, found: [] };
  } catch (error) {
    return { countable, found: (error as Refusal).faults };
  }
}

describe('A period that a quantity is stated for', () => {
  it.each([
    ['2025-04-01', '2025-12-31'],
    ['2025-04-01', '2026-03-31'],
    ['2024-02-29', '2024-02-29'],
  ])('%s to %s lies within a financial year', (from, to) => expect(faultsOf(from, to)).toEqual({ countable: true, found: [] }));

  it('crosses 31 March from January to September, and is offered its parts', () => {
    const { countable, found } = faultsOf('2025-01-01', '2025-09-30');
    expect(countable).toBe(false);
    expect(found).toMatchObject([
      { field: 'targets[0].to', value: '2025-09-30', fix: 'State a part for each financial year: 2025-01-01 to 2025-03-31, 2025-04-01 to 2025-09-30.' },
    ]);
  });

  it('does not end before it begins', () => {
    expect(faultsOf('2025-09-30', '2025-09-01').found).toMatchObject([{ rule: expect.stringContaining('must not lie before 2025-09-30') }]);
  });

  it('of two centuries is told the first parts', () => {
    expect(faultsOf('1900-01-01', '2199-12-31').found[0]!.fix).toMatch(/1907-03-31 and so on\.$/);
  });
});
