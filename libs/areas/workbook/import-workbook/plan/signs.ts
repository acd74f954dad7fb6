import type { MeasureTerms } from '#domain/measures/measure.js';
import { refuse } from '#domain/kernel/refusal.js';
import { type Row, textOf } from '../row.js';

/**
 * A pound sign at a quantity that is not one of money is asked again: the pounds may be its value. So is a percent sign
 * at one that is no percentage.
 */
export function refuseSigns(row: Row, measure: MeasureTerms, columns: readonly string[]): void {
  for (const column of columns) {
    const typed = textOf(row, column);
    if (typed.includes('£') && measure.kind !== 'money') {
      refuse(column, typed, `must be a number of the unit ${measure.unit}, not of pounds`, 'Give the quantity without a pound sign; its value follows from the measure.');
    }
    if (/%|per ?cent/i.test(typed) && measure.kind !== 'percentage') {
      refuse(column, typed, `must be a number of the unit ${measure.unit}, not a percentage`, 'Give the quantity itself.');
    }
  }
}
