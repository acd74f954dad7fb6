import type { Chance } from '../chance.js';
import type { Temperament } from './temperaments.js';

/** Whether a contract has a break clause on social value: large ones more often, and most where it will be needed. */
export function hasBreakClause(chance: Chance, value: number, { kind }: Temperament): boolean {
  return chance.happens(kind === 'failing' ? 0.7 : value > 1_000_000 ? 0.4 : 0.12);
}

export function conditionOf(chance: Chance, hasCritical: boolean): 'shortfall' | 'silence' | 'critical commitment missed' {
  return chance.weighted([[55, 'shortfall'], [25, 'silence'], [hasCritical ? 20 : 0, 'critical commitment missed']]);
}
