import { decimalText, decimalUnits } from './decimal.js';

/** A quantity of a measure's unit, in whole millionths (COUNTING.md rule 1: at most 6 decimal places). */
export type Quantity = bigint;

/** One unit. */
export const ONE: Quantity = 1_000_000n;

/** The largest magnitude of one line's quantity: ten thousand million units. */
export const LARGEST_QUANTITY: Quantity = 10_000_000_000n * ONE;

/** Reads `7.5` as a quantity; throws on text that a schema should have refused. */
export function quantityOf(text: string): Quantity {
  const quantity = decimalUnits(text, 6);
  if (quantity === undefined) throw new RangeError(`“${text}” is not a decimal of at most 6 places.`);
  return quantity;
}

/** A quantity as decimal text, trailing zeros dropped. */
export function quantityText(quantity: Quantity): string {
  return decimalText(quantity, 6);
}

export function magnitude(quantity: bigint): bigint {
  return quantity < 0n ? -quantity : quantity;
}
