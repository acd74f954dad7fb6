import type { Part } from '#domain/contract/parts.js';
import { minus, plus } from '#domain/contract/parts.js';
import { FIGURES, type Figure } from '#domain/measures/figures.js';
import { type Amount, NOTHING } from '#domain/measures/value.js';

/** The versions under which a commitment's and a member's dimensions stand. */
export interface DimensionsOf {
  readonly termsVersion: number;
  providerVersion(member: string): number;
}

/** A change of one figure, with the dimensions that it is entered under. */
export interface Change {
  readonly member: string;
  readonly termsVersion: number;
  readonly providerVersion: number;
  readonly from: string;
  readonly to: string;
  readonly figure: Figure;
  readonly amount: Amount;
}

interface Sum extends Omit<Change, 'amount' | 'figure'> {
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
  for (const { amounts, ...place } of sums.values()) {
    for (const figure of FIGURES) {
      const amount = amounts.get(figure);
      if (amount && (amount.pence !== 0 || amount.quantity !== 0n)) found.push({ ...place, figure, amount });
    }
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
    sum = { member, termsVersion: dimensions.termsVersion, providerVersion, from, to, amounts: new Map() };
    sums.set(key, sum);
  }
  for (const figure in part.amounts) {
    const amount = part.amounts[figure as Figure]!;
    sum.amounts.set(figure as Figure, combine(sum.amounts.get(figure as Figure) ?? NOTHING, amount));
  }
}
