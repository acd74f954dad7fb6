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
  deadweight: field.percent.nullable().describe('What would have happened anyway, in percent; null is blank, which is not 0.'),
  displacement: field.percent.nullable().describe('What was moved from elsewhere, in percent.'),
  leakage: field.percent.nullable().describe('What left the area, in percent.'),
  causedByOthers: field.percent.nullable().describe('What others caused, in percent.'),
});
export type Factors = z.infer<typeof factors>;

export const noFactors: Factors = { deadweight: null, displacement: null, leakage: null, causedByOthers: null };

/** What is counted, with a unit; frozen into a commitment when it is made. */
export const measureTerms = z.strictObject({
  measure: field.reference.describe('The reference of the measure.'),
  name: field.name().describe('What it is called.'),
  theme: field.name().describe('The theme that it belongs to.'),
  outcome: field.name().describe('The outcome that it serves.'),
  unit: field.name(60).describe('What one of it is: hour, week, tonne.'),
  kind: measureKind.describe('What its quantity is.'),
  combine: combine.describe('How its periods combine within a financial year.'),
  money: moneyKind.describe('The kind of its value; none: it counts in quantities only.'),
  /** Pounds per unit; null where the measure has no value. */
  unitValue: field.unitValue.nullable().describe('Pounds per unit; null where it has no value.'),
  valueSource: field.label().describe('Where the unit value comes from.'),
  factors: factors.describe('What is taken off for what would have happened anyway, and the like.'),
  tags: z.array(field.name(60)).max(50).describe('Free labels; a lens whose lines may overlap.'),
});
export type MeasureTerms = z.infer<typeof measureTerms>;

/** How a measure's periods really combine: FTE sums, whatever is said, because it has become full-time years (rule 3). */
export function combiningOf({ kind, combine }: Pick<MeasureTerms, 'kind' | 'combine'>): Combine {
  return kind === 'FTE' && combine === 'latest' ? 'sum' : combine;
}
