import type { OwedReturn } from '#domain/contract/reporting/owed-returns.js';
import type { Faults } from '#domain/kernel/refusal.js';

/**
 * Notes why more time makes no sense: the return has come, was missed before anybody asked, or would be due no later.
 * @param askedOn the day on which more time was asked for; null: nobody asked
 */
export function checkStillOwed(faults: Faults, { from, to, provider, submitted, missed, dueOn }: OwedReturn, until: string, askedOn: string | null): void {
  if (submitted) {
    faults.add('from', from, `must be of a return that has not come, and ${provider} submitted it on ${submitted.submittedOn}`, 'Leave it as it is.');
  } else if (missed && !missed.setAside && (askedOn === null || askedOn > missed.dueOn)) {
    faults.add('from', from, `must be of a return that is not recorded as missed, and it was due on ${missed.dueOn}`, 'Set the missed return aside, if it should count for nothing.');
  } else if (dueOn !== null && until <= dueOn) {
    faults.add('until', until, `must lie after ${dueOn}, when the return for ${from} to ${to} is due`, 'Give a later day.');
  }
}
