import { longDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';
import type { ObligationKind } from '../kinds.js';

/** What is due, in a few words. */
export function whatIsDue(kind: ObligationKind, about: string, { from, to }: Period): string {
  const period = `${longDate(from)} to ${longDate(to)}`;
  switch (kind) {
    case 'return':
      return `Return for ${period}`;
    case 'answer a query':
      return `Answer to the question about delivery report ${about}`;
    case 'improvement step':
      return `Improvement plan of case ${about}`;
    case 'put a breach right':
      return `Breach ${about} put right`;
    case 'review a report':
      return `Review of delivery report ${about}`;
    case 'answer a request for more time':
      return `Answer to ${about}, who asked for more time for the return for ${period}`;
    case 'decide on a condition':
      return `Decision on case ${about}, to confirm it or set it aside`;
  }
}
