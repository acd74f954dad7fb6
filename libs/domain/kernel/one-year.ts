import { financialYearOf, splitByYear } from './financial-year.js';
import type { Period } from './period.js';
import type { Faults } from './refusal.js';

/** A split longer than this is told by its beginning. */
const MOST_PARTS = 8;

/**
 * Notes what is wrong with a period that a quantity is stated for: it ends before it begins, or it crosses 31 March
 * (COUNTING.md rule 1), with the split that would be accepted. Answers whether the period can be counted.
 * @param at where the period stands in what was asked: `targets[2].`
 */
export function checkWithinOneYear(faults: Faults, period: Period, at = ''): boolean {
  const { from, to } = period;
  if (to < from) {
    faults.add(`${at}to`, to, `must not lie before ${from}, the day that the period begins`, 'Mend one of the two days.');
    return false;
  }
  if (financialYearOf(from) === financialYearOf(to)) return true;
  const parts = splitByYear(period);
  const told = parts.slice(0, MOST_PARTS).map((part) => `${part.from} to ${part.to}`);
  const rest = parts.length > MOST_PARTS ? ' and so on' : '';
  faults.add(`${at}to`, to, `must not cross 31 March, but ${from} to ${to} does`, `State a part for each financial year: ${told.join(', ')}${rest}.`);
  return false;
}
