import type { Chance } from '../chance.js';
import type { Frequency } from '../periods.js';

/** How often a contract of this value reports; smaller ones less often, which is asked for everywhere (DOMAIN.md). */
export function frequencyOf(chance: Chance, value: number): Frequency {
  const drawn = chance.next();
  if (value < 150_000) return drawn < 0.25 ? 'annual' : drawn < 0.75 ? 'half-yearly' : 'quarterly';
  if (value < 1_000_000) return drawn < 0.05 ? 'annual' : drawn < 0.3 ? 'half-yearly' : 'quarterly';
  return drawn < 0.1 ? 'half-yearly' : 'quarterly';
}
