import type { Part } from '#domain/contract/parts.js';
import { minus, plus } from '#domain/contract/parts.js';
import type { Amount } from '#domain/measures/value.js';
import { ENTERED, type EnteredFigure } from './amounts.js';

/** What a line adds to the figures that the fold enters. */
export type EnteredPart = Pick<Part, 'member' | 'from' | 'to'> & { readonly amounts: Readonly<Partial<Record<EnteredFigure, Amount>>> };

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

/** The figures that changed in one place, in their order: those of what is promised, or those of what was delivered. */
export interface Change extends Place {
  readonly promised: boolean;
  readonly amounts: readonly (readonly [EnteredFigure, Amount])[];
}

interface Sum extends Place {
  readonly amounts: Partial<Record<EnteredFigure, Amount>>;
}

const PROMISED: readonly EnteredFigure[] = ['committed', 'stockDue'];
const DELIVERED = ENTERED.filter((figure) => !PROMISED.includes(figure));

/**
 * Each figure after minus before, in the order of members, periods and figures. Where the dimensions changed too, what
 * stood is taken from the old and given to the new.
 */
export function changes(
  before: readonly EnteredPart[],
  dimensionsBefore: DimensionsOf,
  after: readonly EnteredPart[],
  dimensionsAfter: DimensionsOf,
): readonly Change[] {
  const sums: Sum[] = [];
  for (const part of before) {
    const { amounts } = sumOf(sums, part, dimensionsBefore);
    for (const figure in part.amounts) amounts[figure as EnteredFigure] = minus(amounts[figure as EnteredFigure], part.amounts[figure as EnteredFigure]);
  }
  for (const part of after) {
    const { amounts } = sumOf(sums, part, dimensionsAfter);
    for (const figure in part.amounts) amounts[figure as EnteredFigure] = plus(amounts[figure as EnteredFigure], part.amounts[figure as EnteredFigure]);
  }
  const found: Change[] = [];
  for (const sum of sums) {
    enterChanged(found, sum, PROMISED, true);
    enterChanged(found, sum, DELIVERED, false);
  }
  return found;
}

function enterChanged(found: Change[], sum: Sum, figures: readonly EnteredFigure[], promised: boolean): void {
  const changed: [EnteredFigure, Amount][] = [];
  for (const figure of figures) {
    const amount = sum.amounts[figure];
    if (amount && (amount.pence !== 0 || amount.quantity !== 0n)) changed.push([figure, amount]);
  }
  if (changed.length > 0) found.push({ ...sum, promised, amounts: changed });
}

/** The sum of a part's place. Searched through: an event changes few places, and a key for each costs more. */
function sumOf(sums: Sum[], { member, from, to }: EnteredPart, dimensions: DimensionsOf): Sum {
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
