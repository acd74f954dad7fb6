import type { IsoDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';
import type { Frequency } from '../periods.js';
import type { Sector } from '../words/sectors.js';
import type { Provider } from './providers.js';

/** A contract as its story is told. */
export interface ContractMade {
  readonly number: number;
  readonly reference: string;
  readonly sector: Sector;
  readonly value: number;
  readonly dates: Period;
  /** The moment at which it is registered. */
  readonly moment: number;
  readonly frequency: Frequency;
  readonly manager: string;
  readonly place: string;
  /** The lead first. */
  readonly members: readonly Provider[];
  /** The days within its dates that are reported on. */
  readonly window: Period;
  readonly periods: readonly Period[];
  /** The day on which a member's return for a period comes; undefined: none does, or not yet. */
  returned(member: Provider, period: Period): IsoDate | undefined;
  /** Members and periods for which something was reported: their returns are not nil. */
  readonly reported: Set<string>;
}

/** How a member and a period are known among those with reports. */
export function memberAndPeriod(member: Provider, { to }: Period): string {
  return `${member.reference} ${to}`;
}
