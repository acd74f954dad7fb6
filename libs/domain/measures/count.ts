import { daysBothCounted } from '../kernel/date.js';
import { daysInYear, financialYearOf } from '../kernel/financial-year.js';
import type { Period } from '../kernel/period.js';
import type { Quantity } from '../kernel/quantity.js';
import { divideHalfEven } from '../kernel/rounding.js';
import type { MeasureKind } from './measure.js';

/**
 * The quantity that counts, from the quantity that people type (rule 1): for FTE, posts held over the period become
 * full-time years, rounded half even to 6 places; every other quantity counts as it stands.
 */
export function countedQuantity(kind: MeasureKind, typed: Quantity, period: Period): Quantity {
  if (kind !== 'FTE') return typed;
  const days = BigInt(daysBothCounted(period.from, period.to));
  return divideHalfEven(typed * days, BigInt(daysInYear(financialYearOf(period.from))));
}

/** Hours × people (rule 1). */
export function hoursTimesPeople(hours: Quantity, people: number): Quantity {
  return hours * BigInt(people);
}
