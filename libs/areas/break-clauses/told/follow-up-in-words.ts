import { longDate } from '#domain/kernel/date.js';
import type { CaseAnswer } from './case-shape.js';

/** What may have to be published about a case, and why, or why nothing. Only what the authority decides is a duty is one. */
export function followUpInWords({ standing, notice, section, event, happenedOn, by, why }: CaseAnswer['statutoryFollowUp'][number]): string {
  if (standing === 'none') return `None due. ${why}`;
  if (standing === 'not known') return `Not known. ${why}`;
  return `A notice ${notice} may be due by ${longDate(by!)} under ${section}: ${event}, on ${longDate(happenedOn!)}. ${why}`;
}
