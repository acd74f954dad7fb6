import { RETURN_STATES, returnState } from '#domain/contract/reporting/owed-returns.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { ObligationKind } from '../kinds.js';

/**
 * How an obligation stands on a day: a return as `ReturnState` says, anything else is due, overdue, suspended or done. Of a
 * step of an improvement plan it is only known that its day has passed: nobody records when a step was done.
 */
export const OBLIGATION_STATES = [...RETURN_STATES, 'done', 'done late', 'day passed'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** The states in which nothing more is awaited. */
export const CLOSED_STATES: readonly ObligationState[] = ['returned', 'returned late', 'done', 'done late'];

interface Judged {
  readonly kind: ObligationKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dueOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly missed: boolean;
  readonly setAside: boolean;
  readonly beforeRecord: boolean;
  /** More time was asked for, and the authority has not answered. */
  readonly unanswered: boolean;
}

/** What came after the day has not come on it, and nothing was missed on it that was not due before. */
export function obligationState(judged: Judged, today: IsoDate): ObligationState {
  const { kind, from, to, dueOn, setAside, beforeRecord, unanswered } = judged;
  const closedOn = judged.closedOn !== null && judged.closedOn <= today ? judged.closedOn : null;
  if (kind === 'return') {
    const submitted = closedOn === null ? undefined : { provider: '', from, to, nil: false, submittedOn: closedOn };
    const missed = judged.missed && dueOn !== null && dueOn < today ? { dueOn, setAside } : undefined;
    return returnState({ from, to, dueOn, submitted, missed, beforeRecord, unanswered }, today);
  }
  if (closedOn !== null) {
    // that a plan was fulfilled is recorded, but not when each of its steps was
    return kind !== 'improvement step' && dueOn !== null && closedOn > dueOn ? 'done late' : 'done';
  }
  if (dueOn === null) return 'suspended';
  if (today <= dueOn) return 'due';
  return kind === 'improvement step' ? 'day passed' : 'overdue';
}
