import { inForce } from '#domain/contract/chain.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import type { CountedSince } from './obligation-row.js';

/** Whose turn it was with a delivery report: the authority’s to review it, or the provider’s to answer a question. */
export interface Turn {
  readonly kind: 'review' | 'answer';
  /** From whom an answer is due; blank for a review. */
  readonly provider: string;
  /** From this day on, and why. */
  readonly day: IsoDate;
  readonly since: CountedSince;
  /** Null: it was not taken. */
  readonly takenOn: IsoDate | null;
}

/** The turns of each delivery report, in order. */
export type Turns = ReadonlyMap<string, readonly Turn[]>;

interface Told {
  readonly commitment: string;
  readonly report: string;
  readonly reportedOn: IsoDate;
  readonly reviewedOn: IsoDate;
  readonly answeredOn: IsoDate;
}

/** The turns of a report after an event that is about it. */
export function turnsAfter(turns: readonly Turn[], event: RecordedEvent, state: ContractState): readonly Turn[] {
  const told = event.payload as Told;
  const { reportedOn, reviewedOn, answeredOn } = told;
  switch (event.type) {
    case 'DeliveryReported':
    case 'DeliveryCorrected':
      return [...turns, review(reportedOn, 'it was reported')];
    case 'DeliveryQueried':
      return [...taken(turns, 'review', reviewedOn), { kind: 'answer', provider: answers(state, told), day: reviewedOn, since: 'the question was asked', takenOn: null }];
    case 'QueryAnswered':
      return [...taken(turns, 'answer', answeredOn), review(answeredOn, 'the question was answered')];
    case 'DeliveryValidated':
    case 'DeliveryRejected':
      return taken(turns, 'review', reviewedOn);
    case 'ValidationWithdrawn':
      return [...turns, review(event.businessDate, 'the validation was withdrawn')];
    default:
      return turns;
  }
}

function review(day: IsoDate, since: CountedSince): Turn {
  return { kind: 'review', provider: '', day, since, takenOn: null };
}

/** Of turns only the last can still be taken. */
function taken(turns: readonly Turn[], kind: Turn['kind'], takenOn: IsoDate): readonly Turn[] {
  const last = turns.at(-1);
  return last?.kind === kind && last.takenOn === null ? turns.with(-1, { ...last, takenOn }) : turns;
}

/** Who answers a question about a report: the member who delivered, or, where all did, the provider who leads. */
function answers(state: ContractState, { commitment, report }: Told): string {
  const { reports, terms } = held(state.commitments, commitment)!;
  return reports.get(report)!.provider ?? terms.provider ?? state.terms!.lead;
}

/** Whether it is this turn now: the report is in force and waits for a review, or is queried. */
export function isTurn(kind: Turn['kind'], commitment: Commitment, report: DeliveryReport): boolean {
  const waits = report.decision === null ? 'review' : report.decision.kind === 'queried' ? 'answer' : undefined;
  return waits === kind && inForce(commitment, report.root) === report;
}

/** The reports whose turns an event may change: the one that it is about, and those in force of its chain before and after. */
export function reportsTouched({ payload }: RecordedEvent, before: ContractState, after: ContractState): readonly string[] {
  const { commitment, report } = payload as { commitment?: string; report?: string };
  const made = commitment === undefined ? undefined : held(after.commitments, commitment);
  const root = report === undefined ? undefined : made?.reports.get(report)?.root;
  if (!made || report === undefined || root === undefined) return [];
  const stood = held(before.commitments, made.reference);
  const heads = [inForce(made, root), stood && inForce(stood, root)].flatMap((head) => (head ? [head.reference] : []));
  return [...new Set([report, ...heads])];
}
