import { decimalText, decimalUnits } from './decimal.js';

/** An amount of money in whole pence. */
export type Pence = number;

/** The largest magnitude of one line's value: £100,000 million. Keeps every total an exact whole number. */
export const LARGEST_VALUE: Pence = 1e13;

/** Pounds per unit of a measure, in hundredths of a penny (COUNTING.md rule 2: at most 4 decimals of a pound). */
export type UnitValue = bigint;

/** Reads pounds per unit, `21345.6789`. */
export function unitValueOf(text: string): UnitValue {
  const value = decimalUnits(text, 4);
  if (value === undefined) throw new RangeError(`“${text}” is not an amount in pounds of at most 4 decimal places.`);
  return value;
}

/** Pence as pounds, `1234.5` or `1234`, for messages and files. */
export function poundsText(pence: Pence): string {
  return decimalText(BigInt(pence), 2);
}
