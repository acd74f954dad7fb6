import type { Part } from '#domain/contract/parts.js';
import { minus, plus } from '#domain/contract/parts.js';
import { FIGURES, type Figure } from '#domain/measures/figures.js';
import { type Amount, NOTHING } from '#domain/measures/value.js';

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

interface Sum {
  readonly place: Place;
  readonly amounts: Map<Figure, Amount>;
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
  const sums = new Map<string, Sum>();
  for (const part of before) add(sums, part, dimensionsBefore, (sum, amount) => minus(sum, amount));
  for (const part of after) add(sums, part, dimensionsAfter, (sum, amount) => plus(sum, amount));
  const found: Change[] = [];
  for (const { amounts, place } of sums.values()) {
    const changed = FIGURES.flatMap((figure) => {
      const amount = amounts.get(figure);
      return amount && (amount.pence !== 0 || amount.quantity !== 0n) ? [[figure, amount] as const] : [];
    });
    if (changed.length > 0) found.push({ ...place, amounts: changed });
  }
  return found;
}

function add(
  sums: Map<string, Sum>,
  part: Part,
  dimensions: DimensionsOf,
  combine: (sum: Amount, amount: Amount) => Amount,
): void {
  const providerVersion = dimensions.providerVersion(part.member);
  const key = `${part.member}\n${dimensions.termsVersion}\n${providerVersion}\n${part.from}\n${part.to}`;
  let sum = sums.get(key);
  if (!sum) {
    const { member, from, to } = part;
    sum = { place: { member, termsVersion: dimensions.termsVersion, providerVersion, from, to }, amounts: new Map() };
    sums.set(key, sum);
  }
  for (const figure in part.amounts) {
    const amount = part.amounts[figure as Figure]!;
    sum.amounts.set(figure as Figure, combine(sum.amounts.get(figure as Figure) ?? NOTHING, amount));
  }
}
