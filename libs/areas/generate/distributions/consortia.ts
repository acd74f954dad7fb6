import type { Chance } from '../chance.js';

/** The shares of a contract's members in per cent, the lead's first; one member: all. */
export function sharesOf(chance: Chance, value: number): readonly number[] {
  const likely = value > 3_000_000 ? 0.25 : value > 500_000 ? 0.05 : 0.01;
  if (!chance.happens(likely)) return [100];
  return chance.pick([[60, 40], [70, 30], [55, 45], [50, 30, 20], [60, 25, 15], [34, 33, 33]]);
}
