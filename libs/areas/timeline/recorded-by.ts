import type { ToldEvent } from './event-teller.js';

/** What the system finds when a person records something else, or sends it to look. */
const FOUND_BY_THE_SYSTEM: ReadonlySet<string> = new Set(['BreakConditionMet', 'ReturnMissed']);

/** Who recorded an entry; what the system found is not said to be a person’s. */
export function recordedBy({ event, actor }: Pick<ToldEvent, 'event' | 'actor'>): string {
  return FOUND_BY_THE_SYSTEM.has(event) ? `the system, when ${actor} recorded something or had it look` : actor;
}
