import { addDays } from '#domain/kernel/date.js';
import type { OwedReturn } from '#domain/contract/reporting/owed-returns.js';
import type { Faults } from '#domain/kernel/refusal.js';

/** More time than a year is no extension. */
const MOST_DAYS = 366;

/**
 * Notes why more time makes no sense: the return has come, and nobody waits for an answer; it was missed before anybody asked; it would be
 * due no later, or later than anybody should wait.
 * @param askedOn the day on which more time was asked for; null: nobody asked
 */
export function checkStillOwed(faults: Faults, { from, to, provider, submitted, missed, dueOn, unanswered }: OwedReturn, until: string, askedOn: string | null): void {
  const latest = addDays(to, MOST_DAYS);
  if (submitted && !unanswered) {
    faults.add('from', from, `must be of a return that has not come, and ${provider} submitted it on ${submitted.submittedOn}`, 'Leave it as it is.');
  } else if (missed && !missed.setAside && (askedOn === null || askedOn > missed.dueOn)) {
    faults.add('from', from, `must be of a return that is not recorded as missed, and it was due on ${missed.dueOn}`, 'Set the missed return aside, if it should count for nothing.');
  } else if (dueOn !== null && until <= dueOn) {
    faults.add('until', until, `must lie after ${dueOn}, when the return for ${from} to ${to} is due`, 'Give a later day.');
  } else if (until > latest) {
    faults.add('until', until, `must not lie after ${latest}, a year after the period’s end`, 'Give an earlier day, or vary the reporting schedule.');
  }
}
