import { z } from 'zod';
import * as field from '../kernel/fields.js';

/** What a measure's quantity is (COUNTING.md rule 1). */
export const measureKind = z.enum(['number', 'hours x people', 'FTE', 'money', 'percentage', 'text']);
export type MeasureKind = z.infer<typeof measureKind>;

/** How a measure's periods combine within a financial year (rule 3). */
export const combine = z.enum(['sum', 'latest', 'never']);
export type Combine = z.infer<typeof combine>;

/** The kind of a measure's value: always shown as separate subtotals. `none`: quantities only, never worth £0. */
export const moneyKind = z.enum(['cash', 'in kind', 'estimate', 'none']);
export type MoneyKind = z.infer<typeof moneyKind>;

/**
 * What would have happened anyway, was moved from elsewhere, left the area, or was caused by others. Percentages;
 * null is blank, which is not 0 (rule 6).
 */
export const factors = z.strictObject({
  deadweight: field.percent.nullable(),
  displacement: field.percent.nullable(),
  leakage: field.percent.nullable(),
  causedByOthers: field.percent.nullable(),
});
export type Factors = z.infer<typeof factors>;

export const noFactors: Factors = { deadweight: null, displacement: null, leakage: null, causedByOthers: null };

/** What is counted, with a unit; frozen into a commitment when it is made. */
export const measureTerms = z.strictObject({
  measure: field.reference.describe('The reference of the measure.'),
  name: field.name(),
  theme: field.name(),
  outcome: field.name(),
  unit: field.name(60),
  kind: measureKind,
  combine,
  money: moneyKind,
  /** Pounds per unit; null where the measure has no value. */
  unitValue: field.unitValue.nullable(),
  valueSource: field.label(),
  factors,
  tags: z.array(field.name(60)).max(50),
});
export type MeasureTerms = z.infer<typeof measureTerms>;

/** How a measure's periods really combine: FTE sums, whatever is said, because it has become full-time years (rule 3). */
export function combiningOf({ kind, combine }: Pick<MeasureTerms, 'kind' | 'combine'>): Combine {
  return kind === 'FTE' && combine === 'latest' ? 'sum' : combine;
}
