import type { IsoDate } from '../kernel/date.js';
import type { ContractState, Suspension } from './state.js';

/** The suspensions of a contract that ended on a day: one that had not ended, ended with it; none began later. */
export function suspensionsUntil({ suspensions }: ContractState, last: IsoDate): readonly Suspension[] {
  return suspensions.filter(({ from }) => from <= last).map((one) => (one.to === null || one.to > last ? { ...one, to: last } : one));
}
