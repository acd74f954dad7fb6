import type { RecordedEvent } from '#domain/kernel/event.js';

/** How the review of a delivery report stands. In the first four it waits for a decision. */
export const REVIEW_STATES = ['never reviewed', 'queried', 'answered', 'validation withdrawn', 'validated', 'part validated', 'rejected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const WAITING_STATES = ['never reviewed', 'queried', 'answered', 'validation withdrawn'] as const satisfies readonly ReviewState[];

/** How the review of the report that an event names stands after it; undefined where the event does not touch it. */
export function reviewAfter({ type, payload }: Pick<RecordedEvent, 'type' | 'payload'>): ReviewState | undefined {
  if (type === 'DeliveryValidated') return (payload as { part: boolean }).part ? 'part validated' : 'validated';
  return AFTER[type];
}

const AFTER: Readonly<Record<string, ReviewState>> = {
  DeliveryReported: 'never reviewed',
  DeliveryCorrected: 'never reviewed',
  DeliveryQueried: 'queried',
  QueryAnswered: 'answered',
  ValidationWithdrawn: 'validation withdrawn',
  DeliveryRejected: 'rejected',
};
