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
}

export function obligationState({ kind, from, to, dueOn, closedOn, missed, setAside, beforeRecord }: Judged, today: IsoDate): ObligationState {
  if (kind === 'return') {
    const submitted = closedOn === null ? undefined : { provider: '', from, to, nil: false, submittedOn: closedOn };
    return returnState({ from, to, dueOn, submitted, missed: missed ? { dueOn: dueOn ?? to, setAside } : undefined, beforeRecord }, today);
  }
  if (closedOn !== null) {
    // that a plan was fulfilled is recorded, but not when each of its steps was
    return kind !== 'improvement step' && dueOn !== null && closedOn > dueOn ? 'done late' : 'done';
  }
  if (dueOn === null) return 'suspended';
  if (today <= dueOn) return 'due';
  return kind === 'improvement step' ? 'day passed' : 'overdue';
}
