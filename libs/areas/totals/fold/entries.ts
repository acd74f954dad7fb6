import type { Part } from '#domain/contract/parts.js';
import { minus, plus } from '#domain/contract/parts.js';
import { FIGURES, type Figure } from '#domain/measures/figures.js';
import type { Amount } from '#domain/measures/value.js';

/** The versions under which a commitment's and a member's dimensions stand. */
export interface DimensionsOf {
  readonly termsVersion: number;
  providerVersion(member: string): number;
}

/** Where amounts stand: a member's, in a period, under the dimensions that they are entered under. */
interface Place {
  readonly member: string;
  readonly termsVersion: number;
  readonly providerVersion: number;
  readonly from: string;
  readonly to: string;
}

/** The figures that changed in one place, in their order. */
export interface Change extends Place {
  readonly amounts: readonly (readonly [Figure, Amount])[];
}

interface Sum extends Place {
  readonly amounts: Partial<Record<Figure, Amount>>;
}

/**
 * Each figure after minus before, in the order of members, periods and figures. Where the dimensions changed too, what
 * stood is taken from the old and given to the new.
 */
export function changes(
  before: readonly Part[],
  dimensionsBefore: DimensionsOf,
  after: readonly Part[],
  dimensionsAfter: DimensionsOf,
): readonly Change[] {
  const sums: Sum[] = [];
  for (const part of before) {
    const { amounts } = sumOf(sums, part, dimensionsBefore);
    for (const figure in part.amounts) amounts[figure as Figure] = minus(amounts[figure as Figure], part.amounts[figure as Figure]);
  }
  for (const part of after) {
    const { amounts } = sumOf(sums, part, dimensionsAfter);
    for (const figure in part.amounts) amounts[figure as Figure] = plus(amounts[figure as Figure], part.amounts[figure as Figure]);
  }
  const found: Change[] = [];
  for (const sum of sums) {
    const changed: [Figure, Amount][] = [];
    for (const figure of FIGURES) {
      const amount = sum.amounts[figure];
      if (amount && (amount.pence !== 0 || amount.quantity !== 0n)) changed.push([figure, amount]);
    }
    if (changed.length > 0) found.push({ ...sum, amounts: changed });
  }
  return found;
}

/** The sum of a part's place. Searched through: an event changes few places, and a key for each costs more. */
function sumOf(sums: Sum[], { member, from, to }: Part, dimensions: DimensionsOf): Sum {
  const { termsVersion } = dimensions;
  const providerVersion = dimensions.providerVersion(member);
  for (const sum of sums) {
    const same = sum.from === from && sum.to === to && sum.member === member;
    if (same && sum.termsVersion === termsVersion && sum.providerVersion === providerVersion) return sum;
  }
  const sum: Sum = { member, termsVersion, providerVersion, from, to, amounts: {} };
  sums.push(sum);
  return sum;
}
