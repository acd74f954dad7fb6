import { LARGEST_VALUE, type Pence, unitValueOf } from '#domain/kernel/money.js';
import type { Period } from '#domain/kernel/period.js';
import { magnitude, ONE, type Quantity, quantityText } from '#domain/kernel/quantity.js';
import type { Faults } from '#domain/kernel/refusal.js';
import { countedQuantity } from '#domain/measures/count.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { valueOf } from '#domain/measures/value.js';

/** Growth may pass 100%, but nothing that people promise lies beyond 1000%. */
const LARGEST_PERCENTAGE = 1000n * ONE;

/** What a quantity, as typed, is worth over a period within one year; null where the measure has no value. */
export function worth(measure: MeasureTerms, typed: Quantity, period: Period): Pence | null {
  if (measure.unitValue === null) return null;
  return valueOf(countedQuantity(measure.kind, typed, period), unitValueOf(measure.unitValue));
}

/** Notes a quantity that cannot be stated for a measure: of a text, or beyond what a percentage or a total can be. */
export function checkLine(faults: Faults, measure: MeasureTerms, typed: Quantity, period: Period, at = ''): void {
  const found = quantityText(typed);
  if (measure.kind === 'text') {
    faults.add(`${at}quantity`, found, 'must be left out for a text, which has no quantity', 'Leave the line out: what happened is told in delivery reports.');
  } else if (measure.kind === 'percentage' && magnitude(typed) > LARGEST_PERCENTAGE) {
    faults.add(`${at}quantity`, found, 'must be a percentage of at most 1000', 'Give the percentage, such as 12.5.');
  } else if (Math.abs(worth(measure, typed, period) ?? 0) > LARGEST_VALUE) {
    faults.add(`${at}quantity`, found, `must be worth at most £100,000 million, at £${measure.unitValue} for each ${measure.unit}`, 'Check the quantity and its unit.');
  }
}
