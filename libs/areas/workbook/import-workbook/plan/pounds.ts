import type { MeasureTerms } from '#domain/measures/measure.js';
import { refuse } from '#domain/kernel/refusal.js';
import { type Row, textOf } from '../row.js';

/** A pound sign before a quantity that is not one of money is asked again: the pounds may be its value. */
export function refusePounds(row: Row, measure: MeasureTerms, columns: readonly string[]): void {
  if (measure.kind === 'money') return;
  for (const column of columns) {
    const typed = textOf(row, column);
    if (!typed.includes('£')) continue;
    refuse(column, typed, `must be a number of the unit ${measure.unit}, not of pounds`, 'Give the quantity without a pound sign; its value follows from the measure.');
  }
}
