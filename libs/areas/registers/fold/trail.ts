import type { ErasableText, RecordedEvent } from '#domain/kernel/event.js';
import { type ReviewState, reviewAfter } from './review-state.js';

/** What the register keeps of a delivery report beside the contract's own state. Of texts, the digests. */
export interface Trail {
  readonly reportedOn: string;
  readonly side: string;
  readonly description: string | null;
  readonly said: string | null;
  readonly review: ReviewState;
  /** The entry since which the review stands as it does. */
  readonly sincePosition: number;
  readonly since: string;
  readonly question: string | null;
  readonly answer: string | null;
}

interface Told {
  readonly report: string;
  readonly reportedOn: string;
  readonly side: string;
  readonly description?: ErasableText;
  readonly text?: ErasableText;
  readonly question?: ErasableText;
  readonly answer?: ErasableText;
}

/** Adds to the trails what an event tells of its report. */
export function follow(trails: Map<string, Trail>, event: RecordedEvent): void {
  const review = reviewAfter(event);
  if (review === undefined) return;
  const told = event.payload as Told;
  const { position: sincePosition, recordedAt: since } = event;
  const stood = trails.get(told.report) ?? begun(told);
  const question = review === 'queried' ? digestOf(told.question) : stood.question;
  const answer = review === 'answered' ? digestOf(told.answer) : review === 'queried' ? null : stood.answer;
  trails.set(told.report, { ...stood, review, sincePosition, since, question, answer });
}

function begun({ reportedOn, side, description, text }: Told): Omit<Trail, 'review' | 'sincePosition' | 'since'> {
  return { reportedOn, side, description: digestOf(description), said: digestOf(text), question: null, answer: null };
}

/** A recorded text is its digest. */
function digestOf(text: ErasableText | undefined): string | null {
  return typeof text === 'object' ? text.sha256 : null;
}
