import { firstDay, yearAfter } from '../naive-count/days.js';
import type { StoredEvent } from '../naive-count/stored-event.js';
import { agreeMembersAnew, changeCommitment, changeContract, completeContract, submitReturns, withdrawCommitment } from './change-contracts.js';
import { type ChainInMaking, type CommitmentInMaking, type ContractInMaking, standingChains } from './contract-in-making.js';
import { type GeneratedEvent, History } from './history.js';
import { bringForward, makeCommitment, registerContract } from './make-contracts.js';
import { attachEvidence, cancelCorrection, correctDelivery, reportDelivery, withdrawDelivery, withdrawEvidence } from './report-deliveries.js';
import { answerQuery, reviewDelivery, withdrawValidation } from './review-deliveries.js';

export type { GeneratedEvent } from './history.js';

export interface Wanted {
  readonly seed: number;
  /** How many events. */
  readonly events: number;
  readonly contracts: number;
}

type Step = (history: History, contract: ContractInMaking) => boolean;

const onCommitment =
  (step: (history: History, commitment: CommitmentInMaking) => boolean): Step =>
  (history, { commitments }) =>
    step(history, history.random.pick(commitments));

const onReport =
  (step: (history: History, chain: ChainInMaking) => boolean): Step =>
  (history, contract) => {
    const chains = standingChains(contract);
    return chains.length > 0 && step(history, history.random.pick(chains));
  };

/** What people do, and how often. */
const STEPS: readonly (readonly [number, Step])[] = [
  [30, onCommitment(reportDelivery)],
  [40, onReport(reviewDelivery)],
  [9, onReport(correctDelivery)],
  [6, onReport(cancelCorrection)],
  [1.5, onReport(withdrawDelivery)],
  [6, onReport(attachEvidence)],
  [2, onReport(withdrawEvidence)],
  [10, onReport(answerQuery)],
  [3, onReport(withdrawValidation)],
  [2, onCommitment(bringForward)],
  [3, makeCommitment],
  [4, onCommitment(changeCommitment)],
  [0.3, onCommitment(withdrawCommitment)],
  [1, changeContract],
  [1, agreeMembersAnew],
  [4, submitReturns],
  [2, completeContract],
  [1, (history) => history.changeProvider()],
  [0.5, (history) => history.changeMeasure()],
];

/**
 * A plausible and permitted history of one authority, in the order of its ledger, from July 2023 over some three years:
 * the same for the same seed. Years are closed on the way, and what comes late comes late.
 */
export function generateEvents({ seed, events, contracts: count }: Wanted): readonly GeneratedEvent[] {
  const history = new History(seed, events);
  const contracts: ContractInMaking[] = [];
  history.say('policy', 'SelfReviewPolicySet', { allowed: false, reason: 'As the committee decided.' });
  while (!history.isLongEnough) {
    closeYear(history);
    if (contracts.length < count && history.progress >= (contracts.length * 0.6) / count) contracts.push(registerContract(history));
    else history.random.weighted(STEPS)(history, history.random.pick(contracts));
  }
  return history.said.slice(0, events);
}

/** Years are closed some months after they end; the first closing closes two. */
function closeYear(history: History): void {
  const next = history.closedThrough === undefined ? '2023/24' : yearAfter(history.closedThrough);
  const mayClose = firstDay(yearAfter(next)).replace('-04-', '-08-');
  if (history.today < mayClose || !history.random.chance(0.2)) return;
  history.closedThrough = next;
  history.say('calendar', 'YearClosed', { year: next });
}

/** The same as a ledger would store it, one entry a millisecond from noon of its day. */
export function asStored(generated: readonly GeneratedEvent[], authority = 'testshire'): readonly StoredEvent[] {
  const versions = new Map<string, number>();
  return generated.map(({ stream, event, recordedOn }, place) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const recordedAt = new Date(Date.parse(`${recordedOn}T12:00:00Z`) + place).toISOString();
    return { authority, position: place + 1, stream, version, ...event, recordedAt, actor: 'person-clerk' };
  });
}

/**
 * The seed of this run: always the same, unless GENERATOR_SEED names another or says `random`. It is told, so that a
 * run can be repeated.
 */
export function seedOfThisRun(): number {
  const given = process.env['GENERATOR_SEED'] ?? '20260331';
  const seed = given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  console.info(`Histories of this run come from seed ${seed}; GENERATOR_SEED=${seed} repeats it.`);
  return seed;
}
