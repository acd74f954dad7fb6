import { decimalUnits } from './decimal.js';

/** A percentage in millionths of the whole: 12.5% is 125000. At most 4 decimal places of a percent. */
export type Percent = bigint;

export const WHOLE: Percent = 1_000_000n;

/** Reads `12.5` as a percentage. */
export function percentOf(text: string): Percent {
  const percent = decimalUnits(text, 4);
  if (percent === undefined) throw new RangeError(`“${text}” is not a percentage of at most 4 decimal places.`);
  return percent;
}
