import type { Chance } from '../chance.js';
import type { Sector } from '../words/sectors.js';

type ProviderType = Sector['types'][number][1];

/** The most pounds a year that a contract of a provider of a type is worth: beyond it, it would not be of that type. */
const MOST_A_YEAR: Readonly<Partial<Record<ProviderType, number>>> = { 'small business': 600_000, 'charity or community': 1_500_000, 'social enterprise': 2_500_000, 'medium business': 4_000_000 };

export function fits(type: ProviderType, yearly: number): boolean {
  return yearly <= (MOST_A_YEAR[type] ?? Number.POSITIVE_INFINITY);
}

/** The type of a sector's provider for a contract worth so much a year. */
export function providerType(chance: Chance, { types }: Sector, yearly: number): ProviderType {
  const fitting = types.filter(([, type]) => fits(type, yearly));
  return fitting.length > 0 ? chance.weighted(fitting) : 'large business';
}
