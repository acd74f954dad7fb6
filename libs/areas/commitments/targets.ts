import { z } from 'zod';
import * as field from '#domain/kernel/fields.js';
import { checkWithinOneYear } from '#domain/kernel/one-year.js';
import { overlap, type Period } from '#domain/kernel/period.js';
import { quantityOf } from '#domain/kernel/quantity.js';
import type { Faults } from '#domain/kernel/refusal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { checkLine } from './check-line.js';

/** So much by when, as people state it. */
export const targetStated = z.strictObject({
  from: field.date,
  to: field.date,
  quantity: field.positiveQuantity.describe('In the measure’s unit; for FTE the posts held, for hours × people the product.'),
});
export type TargetStated = z.infer<typeof targetStated>;

/** Names where a target stands in what was asked, by its index: `targets[2].` */
export const inList = (index: number): string => `targets[${index}].`;

/** Notes what is wrong with targets that are stated for a commitment, beside those that stand (COUNTING.md rules 1, 15). */
export function checkTargets(
  faults: Faults,
  measure: MeasureTerms,
  stated: readonly TargetStated[],
  standing: readonly Period[],
  at: (index: number) => string = inList,
): void {
  const periods = [...standing];
  stated.forEach((target, index) => {
    const where = at(index);
    if (checkWithinOneYear(faults, target, where)) {
      checkLine(faults, measure, quantityOf(target.quantity), target, where);
      const other = periods.find((period) => overlap(period, target));
      if (other) {
        const rule = `must not overlap another target of the commitment, and ${other.from} to ${other.to} has one`;
        faults.add(`${where}from`, target.from, rule, 'State other days, or vary or correct the target that stands.');
      }
    }
    periods.push(target);
  });
}
