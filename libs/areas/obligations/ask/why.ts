import { longDate } from '#domain/kernel/date.js';
import type { How } from '../fold/obligation-row.js';
import { howReached } from '../how-reached.js';
import type { ObligationKind } from '../kinds.js';

const OF_THE_AUTHORITY: readonly ObligationKind[] = ['review a report', 'answer a request for more time', 'decide on a condition'];

/** Why something is due on the day it is, in sentences. */
export function whyThatDay(kind: ObligationKind, { reached, since, extendedUntil }: How): string {
  if (reached === null) return 'The improvement plan names this day.';
  const counted = howReached(reached);
  return [
    extendedUntil === null ? `${counted.slice(0, 1).toUpperCase()}${counted.slice(1)}.` : `Extended to ${longDate(extendedUntil)}. Without that: ${counted}.`,
    ...(since === null ? [] : [`Counted from the day on which ${since}.`]),
    ...(OF_THE_AUTHORITY.includes(kind) ? [`The rule that this service gives every authority: ${reached.workingDays} working days.`] : []),
  ].join(' ');
}
