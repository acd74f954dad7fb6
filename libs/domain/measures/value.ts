import type { Pence, UnitValue } from '../kernel/money.js';
import { percentOf, WHOLE } from '../kernel/percent.js';
import type { Quantity } from '../kernel/quantity.js';
import { divideHalfEven } from '../kernel/rounding.js';
import type { Factors } from './measure.js';

/** A quantity with what it is worth. Where a measure has no value, `pence` is 0 and never shown. */
export interface Amount {
  readonly pence: Pence;
  readonly quantity: Quantity;
}

export const NOTHING: Amount = { pence: 0, quantity: 0n };

/** Hundredths of a penny times millionths of a unit, per penny. */
const PER_PENNY = 100_000_000n;

/** Quantity × unit value, in pence, rounded half even once (rule 2). */
export function valueOf(quantity: Quantity, unitValue: UnitValue | null): Pence {
  return unitValue === null ? 0 : Number(divideHalfEven(quantity * unitValue, PER_PENNY));
}

export function amountOf(quantity: Quantity, unitValue: UnitValue | null): Amount {
  return { quantity, pence: valueOf(quantity, unitValue) };
}

/**
 * What is additional of a validated quantity (rule 6): quantity × unit value × (1 − each factor), rounded half even
 * once. Undefined while any of the four is blank: then the validated amount is *not assessed*.
 */
export function additionalOf(quantity: Quantity, unitValue: UnitValue | null, factors: Factors): Amount | undefined {
  const { deadweight, displacement, leakage, causedByOthers } = factors;
  if (deadweight === null || displacement === null || leakage === null || causedByOthers === null) return undefined;
  const kept = [deadweight, displacement, leakage, causedByOthers].reduce((product, text) => product * (WHOLE - percentOf(text)), 1n);
  const whole = WHOLE ** 4n;
  return {
    quantity: divideHalfEven(quantity * kept, whole),
    pence: unitValue === null ? 0 : Number(divideHalfEven(quantity * unitValue * kept, PER_PENNY * whole)),
  };
}

/** Factors given at a higher level replace the lower level's, factor by factor; a blank keeps the lower's (rule 6). */
export function replaceFactors(lower: Factors, higher: Factors): Factors {
  return {
    deadweight: higher.deadweight ?? lower.deadweight,
    displacement: higher.displacement ?? lower.displacement,
    leakage: higher.leakage ?? lower.leakage,
    causedByOthers: higher.causedByOthers ?? lower.causedByOthers,
  };
}
