import { percentOf, WHOLE } from '../../kernel/percent.js';
import { decimalText } from '../../kernel/decimal.js';
import { divideHalfEven } from '../../kernel/rounding.js';
import type { DueItem } from './due-items.js';

/** What was due and what of it was kept: by value, and, for what has no value, by quantity. */
export interface KeptShare {
  readonly duePence: number;
  /** Each item by itself, so that more than was due here never hides less there; below nothing counts as nothing. */
  readonly keptPence: number;
  /** How many items without a value were due. */
  readonly unvaluedDue: number;
  /** The sum of their shares, each between 0 and 1, as a fraction. */
  readonly unvalued: Fraction;
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function keptShare(items: readonly DueItem[]): KeptShare {
  const due = items.filter((item) => (item.valued ? item.due.pence > 0 : item.due.quantity > 0n));
  const valued = due.filter((item) => item.valued);
  const unvalued = due.filter((item) => !item.valued);
  return {
    duePence: sum(valued.map((item) => item.due.pence)),
    keptPence: sum(valued.map((item) => Math.min(Math.max(item.validated.pence, 0), item.due.pence))),
    unvaluedDue: unvalued.length,
    unvalued: unvalued.reduce(plusShare, { numerator: 0n, denominator: 1n }),
  };
}

function plusShare({ numerator, denominator }: Fraction, { validated, due }: DueItem): Fraction {
  const positive = validated.quantity > 0n ? validated.quantity : 0n;
  const kept = positive < due.quantity ? positive : due.quantity;
  return { numerator: numerator * due.quantity + kept * denominator, denominator: denominator * due.quantity };
}

/** Whether anything was due. */
export function isAnythingDue({ duePence, unvaluedDue }: KeptShare): boolean {
  return duePence > 0 || unvaluedDue > 0;
}

/**
 * Whether less was kept than a share of what was due. What has a value is judged together, by value; what has none is
 * judged by the mean of its shares, since quantities of different units do not add up. Either is enough. Exact: nothing
 * is rounded.
 * @param below the share in percent, as text
 */
export function isShort({ duePence, keptPence, unvaluedDue, unvalued }: KeptShare, below: string): boolean {
  const share = percentOf(below);
  const byValue = duePence > 0 && BigInt(keptPence) * WHOLE < share * BigInt(duePence);
  const byQuantity = unvaluedDue > 0 && unvalued.numerator * WHOLE < share * BigInt(unvaluedDue) * unvalued.denominator;
  return byValue || byQuantity;
}

/** The mean share of what has no value, in percent, rounded half even to 4 places; null where nothing of the kind was due. */
export function unvaluedPercent({ unvaluedDue, unvalued }: KeptShare): string | null {
  if (unvaluedDue === 0) return null;
  return decimalText(divideHalfEven(unvalued.numerator * WHOLE, BigInt(unvaluedDue) * unvalued.denominator), 4);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
