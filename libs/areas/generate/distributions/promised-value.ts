import type { Chance } from '../chance.js';
import { measureOf } from '../words/measures.js';
import type { Sector } from '../words/sectors.js';
import { roundly } from './contract-values.js';

/** What a bidder promises of a measure: the least and the most that is believed, in its unit, for a full year. */
const BELIEVED: Readonly<Record<string, readonly [number, number]>> = {
  M01: [2, 30],
  M02: [2, 40],
  M04: [20, 900],
  M05: [20, 600],
  M06: [40, 3_000],
  M07: [40, 2_500],
  M08: [20, 600],
  M09: [10, 160],
  M10: [1_000, 150_000],
  M12: [2_000, 20_000_000],
  M13: [1_500, 200_000],
  M14: [1_000, 60_000],
  M16: [5, 1_500],
  M18: [200, 25_000],
};
/** Local spend is promised in larger sums than anything else, then jobs. */
const LARGER: Readonly<Record<string, number>> = { M12: 4, M01: 2, M10: 0.6, M14: 0.5, M11: 0 };

/** Contracts that were let without a promise of social value. */
const WITHOUT = 0.05;

/** A promise: so much of a measure in a full year. */
export interface Promised {
  readonly measure: string;
  /** For FTE the posts, for hours × people the product, for a stock what stands; null for a text. */
  readonly yearly: number | null;
}

/** The weight of social value in the award, as a share: 5% to 20%, mostly about 10% (DOMAIN.md). */
export function weighting(chance: Chance): number {
  const [one, other] = [chance.next(), chance.next()];
  return 0.05 + 0.15 * Math.min(one, other) + (chance.happens(0.05) ? 0.1 : 0);
}

/** How many promises a contract of this value has, if the ledger is to hold as many. */
export function promisesOf(chance: Chance, value: number): number {
  if (chance.happens(WITHOUT)) return 0;
  return Math.max(1, Math.round(1 + 1.15 * Math.log10(value / 40_000) + 0.6 * chance.normal()));
}

/** What is promised: measures of the sector, and amounts that together are worth the weighting's share of the value. */
export function promised(chance: Chance, sector: Sector, value: number, years: number, count: number): readonly Promised[] {
  const yearly = (value * weighting(chance)) / years;
  const chosen: string[] = [];
  for (let tries = 0; chosen.length < count && tries < count * 6; tries++) {
    const measure = chance.weighted(sector.promises);
    if (affordable(measure, yearly) && (tries >= count * 3 || !chosen.includes(measure))) chosen.push(measure);
  }
  while (chosen.length < count) chosen.push('M07');
  const parts = chosen.map((measure) => chance.within(0.4, 1.6) * (LARGER[measure] ?? 1));
  const whole = parts.reduce((sum, part) => sum + part, 0) || 1;
  return chosen.map((measure, place) => ({ measure, yearly: amount(chance, measure, (yearly * parts[place]!) / whole) }));
}

function affordable(measure: string, yearly: number): boolean {
  const least = BELIEVED[measure]?.[0];
  return least === undefined || least * Number(measureOf(measure).unit_value_gbp) <= yearly * 1.2;
}

function amount(chance: Chance, reference: string, pounds: number): number | null {
  const { kind, unit_value_gbp } = measureOf(reference);
  if (kind === 'text') return null;
  if (kind === 'percentage') return chance.pick([80, 85, 90, 90, 95, 95, 98]);
  if (unit_value_gbp === null) return roundly(chance.logNormal(400, 0.8) + 40, 2);
  const [least, most] = BELIEVED[reference]!;
  const drawn = Math.min(most, Math.max(least, pounds / Number(unit_value_gbp)));
  return roundly(drawn, drawn >= 100 ? 2 : 3) || least;
}
