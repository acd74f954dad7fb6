import type { Figure } from '#domain/measures/figures.js';
import type { Amount } from '#domain/measures/value.js';

/** Amounts as a stock's line stores them: pence, and millionths as text. */
export type StoredAmounts = Readonly<Partial<Record<Figure, readonly [number, string]>>>;

export function amountsOf(stored: StoredAmounts): Readonly<Partial<Record<Figure, Amount>>> {
  return Object.fromEntries(
    Object.entries(stored).map(([figure, [pence, quantity]]) => [figure, { pence, quantity: BigInt(quantity) }]),
  );
}
