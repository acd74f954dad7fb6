import { type Fault, Refusal } from '#domain/kernel/refusal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { type Row, textOf } from '../row.js';

/** Faults at these say that a row belongs elsewhere: the measure that it was read by is not its own. */
const ELSEWHERE = ['commitment', 'corrects', 'report', 'delivery'];

/**
 * Decides on a row whose quantities may have been typed with a sign. A pound sign at a quantity that is not one of money
 * is asked again: the pounds may be its value. So is a percent sign at one that is no percentage. What else the decision
 * refuses is told with it; of one cell, what the decision says.
 * @throws Refusal
 */
export function withSigns<Decided>(row: Row, measure: MeasureTerms, columns: readonly string[], decide: () => Decided): Decided {
  const signs = signsOf(row, measure, columns);
  let refused: readonly Fault[] = [];
  try {
    const decided = decide();
    if (signs.length === 0) return decided;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused = error.faults;
  }
  const own = refused.some(({ field }) => ELSEWHERE.includes(field)) ? [] : signs.filter(({ field }) => !refused.some((fault) => fault.field === field));
  throw new Refusal([...refused, ...own] as unknown as readonly [Fault, ...Fault[]]);
}

function signsOf(row: Row, measure: MeasureTerms, columns: readonly string[]): readonly Fault[] {
  return columns.flatMap((column): Fault[] => {
    const value = textOf(row, column);
    if (value.includes('£') && measure.kind !== 'money') {
      return [{ field: column, value, rule: `must be a number of the unit ${measure.unit}, not of pounds`, fix: 'Give the quantity without a pound sign; its value follows from the measure.' }];
    }
    if (/%|per ?cent/i.test(value) && measure.kind !== 'percentage') {
      return [{ field: column, value, rule: `must be a number of the unit ${measure.unit}, not a percentage`, fix: 'Give the quantity itself.' }];
    }
    return [];
  });
}
