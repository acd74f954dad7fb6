import type { Chance } from '../chance.js';
import type { Sector } from '../words/sectors.js';

/** Of all contracts, so many are drawn from the tail. */
const IN_THE_TAIL = 0.04;
/** The tail begins at so many times the sector's median. */
const TAIL_FROM = 6;
const TAIL_ALPHA = 1.15;
const LARGEST = 90_000_000;
const LEAST = 12_000;

/**
 * A contract's whole-life value in pounds: log-normal about its sector's median, with a Pareto tail, rounded as people
 * round. Why heavy-tailed, and where the medians come from, is in the README of this area.
 */
export function contractValue(chance: Chance, { median, spread }: Sector): number {
  const drawn = chance.happens(IN_THE_TAIL) ? chance.pareto(median * TAIL_FROM, TAIL_ALPHA) : chance.logNormal(median, spread);
  return roundly(Math.min(LARGEST, Math.max(LEAST, drawn)), chance.happens(0.3) ? 3 : 2);
}

/** To so many leading digits. */
export function roundly(amount: number, digits: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(amount)) + 1 - digits);
  return Math.round(amount / unit) * unit;
}
