import type { IsoDate } from '../kernel/date.js';
import type { Standstill } from '../kernel/working-days.js';
import type { ContractState } from './state.js';

/** The suspensions of a contract that ended on a day: one that had not ended, ended with it; none began later. */
export function suspensionsUntil({ suspensions }: ContractState, last: IsoDate): readonly Standstill[] {
  return suspensions.filter(({ from }) => from <= last).map((one) => (one.to === null || one.to > last ? { ...one, to: last } : one));
}
