import * as delivery from '#areas/delivery/index.js';
import { bringForwardOpeningBalance, decideOpeningBalance } from '#areas/commitments/index.js';
import { inForce, undecided } from '#domain/contract/chain.js';
import { contractEvolution } from '#domain/contract/contract.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import { addDays } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { Period } from '#domain/kernel/period.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { ContractLife } from './life.js';
import type { Move } from './moves.js';

const REASON = 'As agreed on the telephone';

/** What is decided about deliveries; undefined for a move about something else. */
export function delivered(life: ContractLife, move: Move, name: string): readonly NewEvent[] | undefined {
  const { state, today } = life;
  switch (move.do) {
    case 'report':
      return reported(life, move, name);
    case 'review':
      return reviewed(state, latest(inForceOf(state), move.report).reference, move.decision, today);
    case 'review all':
      return allReviewed(state, today);
    case 'correct': {
      const corrects = latest(inForceOf(state), move.report);
      const { from, provider } = corrects;
      const quantity = partOf(corrects.quantity ?? 0n, move.percent);
      const to = addDays(corrects.to, move.days);
      const claim = { reference: name, corrects: corrects.reference, provider, from, to, quantity, item: corrects.item, reportedOn: today, reportedBy: 'person-provider', reason: REASON };
      return delivery.decideCorrectDeliveryReport(state, delivery.correctDeliveryReport.parse(claim), { today });
    }
    case 'answer': {
      const { reference } = latest(inForceOf(state).filter(({ decision }) => decision?.kind === 'queried'), move.report);
      return delivery.decideAnswerQuery(state, { report: reference, answer: 'The Tuesday ones', answeredOn: today, answeredBy: 'person-provider' }, { today });
    }
    case 'withdraw report':
      return delivery.decideWithdrawDeliveryReport(state, { report: latest(inForceOf(state), move.report).reference, reason: REASON }, { today });
    case 'cancel correction': {
      const { reference } = latest(inForceOf(state).filter(({ corrects }) => corrects !== null), move.report);
      return delivery.decideCancelCorrection(state, { report: reference, reason: REASON }, { today });
    }
    case 'withdraw validation': {
      const every = Object.values(state.commitments).flatMap(({ reports }) => [...reports.values()]);
      const { reference } = latest(every.filter(({ decision }) => decision?.kind === 'validated'), move.report);
      return delivery.decideWithdrawValidation(state, { report: reference, reason: REASON }, { today });
    }
    case 'bring forward': {
      const { reference, targets } = commitmentOf(state, move.commitment);
      const { from, to } = latest(ended(Object.values(targets), today), move.target);
      const command = { commitment: reference, from, to, quantity: move.quantity, attestedBy: move.attested ? 'person-manager' : null };
      return decideOpeningBalance(state, bringForwardOpeningBalance.parse(command), { today });
    }
    default:
      return undefined;
  }
}

function reported({ state, today }: ContractLife, move: Extract<Move, { do: 'report' }>, name: string): readonly NewEvent[] {
  const { reference, targets } = commitmentOf(state, move.commitment);
  const target = latest(Object.values(targets).filter(({ from }) => from <= today).sort(byEnd), move.target);
  const { to } = target;
  const from = { all: target.from, end: addDays(to, -20), 'last day': to }[move.part];
  const provider = [null, 'P1', 'P2'][move.member]!;
  const claim = { reference: name, commitment: reference, provider, from, to, quantity: partOf(target.quantity, move.percent), item: from === to, inAddition: from !== target.from };
  const command = delivery.reportDelivery.parse({ ...claim, reportedOn: today, reportedBy: 'person-provider' });
  return delivery.decideReportDelivery(state, command, { today, unusualFigures: 'pass' });
}

function reviewed(state: ContractState, report: string, decision: string, today: string): readonly NewEvent[] {
  const quantity = decision === 'part validated' ? '1.5' : null;
  const command = { report, decision, quantity, method: decision === 'queried' ? null : 'document', reason: REASON, reviewedOn: today, reviewedBy: 'person-manager' };
  return delivery.decideReview(state, delivery.reviewDeliveryReport.parse(command), { today, selfReviewAllowed: false });
}

/** Everything that waits is validated as it was reported. */
function allReviewed(before: ContractState, today: string): readonly NewEvent[] {
  const facts: NewEvent[] = [];
  let state = before;
  for (const { reference } of inForceOf(before).filter(undecided)) {
    const decided = reviewed(state, reference, 'validated', today);
    state = fold(contractEvolution, decided, state);
    facts.push(...decided);
  }
  return facts;
}

function inForceOf({ commitments }: ContractState): readonly DeliveryReport[] {
  return Object.values(commitments).flatMap((commitment) => commitment.chains.names().flatMap((root) => inForce(commitment, root) ?? []));
}

export function commitmentOf({ commitments }: ContractState, nth: number): Commitment {
  const all = Object.values(commitments);
  return all[nth % all.length]!;
}

/** The nth, counted from the last. */
export function latest<One>(among: readonly One[], nth: number): One {
  if (among.length === 0) refuse('nth', nth, 'must be one of those that there are', 'There is none.');
  return among[among.length - 1 - (nth % among.length)]!;
}

/** Those that ended by a day, the latest last. */
export function ended<One extends Period>(spans: readonly One[], today: string): readonly One[] {
  return spans.filter(({ to }) => to <= today).sort(byEnd);
}

export function byEnd(one: Period, other: Period): number {
  return one.to < other.to ? -1 : 1;
}

/** So many per cent of a quantity, as people type it. */
export function partOf(quantity: bigint, percent: number): string {
  return quantityText((quantity * BigInt(percent)) / 100n);
}
