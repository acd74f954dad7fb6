import type { z } from 'zod';
import type { deliveryReported } from '#domain/contract/events/index.js';
import type { ErasableText, EventOf, RecordedEvent } from '#domain/kernel/event.js';
import type { reviewMethod } from '#domain/contract/review-method.js';
import { type ReviewState, reviewAfter } from '../fold/review-state.js';

type ReviewMethod = z.infer<typeof reviewMethod>;
export type Claim = EventOf<typeof deliveryReported>['payload'];

/** One step of the review of a report. */
export interface ReviewStep {
  readonly became: ReviewState;
  readonly recordedAt: string;
  readonly on: string;
  /** The opaque id of a person. */
  readonly by: string;
  readonly accepted: string | null;
  readonly method: ReviewMethod | null;
  readonly selfReviewed: boolean;
  /** The question, the answer, or the reason. */
  readonly words: ErasableText | null;
}

/** A delivery report with all that is told of it. */
export interface ReportRecord {
  readonly claim: Claim;
  readonly recordedAt: string;
  readonly review: ReviewState;
  readonly steps: readonly ReviewStep[];
  /** Why it was withdrawn or cancelled; null where it was not. */
  readonly endedReason: ErasableText | null;
  /** The names of its files as they were sent, by the id of the piece. */
  readonly fileNames: ReadonlyMap<string, ErasableText>;
}

interface Step {
  readonly report: string;
  readonly reviewedOn?: string;
  readonly reviewedBy?: string;
  readonly answeredOn?: string;
  readonly answeredBy?: string;
  readonly accepted?: string | null;
  readonly method?: ReviewMethod;
  readonly selfReviewed?: boolean;
  readonly question?: ErasableText;
  readonly answer?: ErasableText;
  readonly reason?: ErasableText;
}

/** The reports of a contract's stream, by reference. */
export function readReports(events: readonly RecordedEvent[]): ReadonlyMap<string, ReportRecord> {
  const reports = new Map<string, ReportRecord>();
  const change = (reference: string, over: Partial<ReportRecord>) => reports.set(reference, { ...reports.get(reference)!, ...over });
  for (const event of events) {
    const review = reviewAfter(event);
    const payload = event.payload as Step & { readonly evidence?: unknown };
    if (event.type === 'DeliveryReported' || event.type === 'DeliveryCorrected') {
      const claim = event.payload as Claim;
      const fileNames = namesOf(claim.evidence);
      reports.set(claim.report, { claim, recordedAt: event.recordedAt, review: 'never reviewed', steps: [], endedReason: null, fileNames });
    } else if (review !== undefined) {
      change(payload.report, { review, steps: [...reports.get(payload.report)!.steps, stepOf(review, event)] });
    } else if (event.type === 'EvidenceAttached') {
      change(payload.report, { fileNames: new Map([...reports.get(payload.report)!.fileNames, ...namesOf(payload.evidence as Claim['evidence'])]) });
    } else if (event.type === 'DeliveryWithdrawn' || event.type === 'CorrectionCancelled') {
      change(payload.report, { endedReason: payload.reason ?? null });
    }
  }
  return reports;
}

function stepOf(became: ReviewState, { recordedAt, businessDate, actor, payload }: RecordedEvent): ReviewStep {
  const step = payload as Step;
  return {
    became,
    recordedAt,
    on: step.reviewedOn ?? step.answeredOn ?? businessDate,
    by: step.reviewedBy ?? step.answeredBy ?? actor,
    accepted: step.accepted ?? null,
    method: step.method ?? null,
    selfReviewed: step.selfReviewed ?? false,
    words: step.question ?? step.answer ?? step.reason ?? null,
  };
}

function namesOf(evidence: Claim['evidence']): ReadonlyMap<string, ErasableText> {
  return new Map(evidence.flatMap(({ id, fileName }) => (fileName === undefined ? [] : [[id, fileName] as const])));
}
