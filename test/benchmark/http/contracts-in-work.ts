import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { aMeasure, commitmentMade, contractRegistered, deliveryReported, deliveryValidated, targetAgreed } from '../../support/facts.js';

/** Contracts of an authority with streams of the same length, to report on. */
export interface ContractsInWork {
  readonly authority: string;
  readonly contracts: number;
  /** Events in each of their streams at the beginning. */
  readonly length: number;
}

const COMMITMENTS = 5;

/** Commitments of a contract: a short stream has room for one. */
export function commitmentsIn({ length }: ContractsInWork): number {
  return length < 50 ? 1 : COMMITMENTS;
}

export async function importContracts(ledger: Ledger, work: ContractsInWork): Promise<void> {
  await ledger.open(work.authority, work.authority);
  for (let from = 0; from < work.contracts; from += 100) {
    const numbers = Array.from({ length: Math.min(100, work.contracts - from) }, (_, place) => from + place);
    const events = numbers.flatMap((number) => contractEvents(number, work).map((event) => ({ stream: `contract:C${number}`, event })));
    const expectedVersions = new Map(numbers.map((number) => [`contract:C${number}`, 0]));
    const outcome = await ledger.import({ authority: work.authority, commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'nobody', expectedVersions, events, references: [] });
    if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
  }
}

/** Registration, commitments with a target each, then dated items, each reported and validated. */
function contractEvents(number: number, work: ContractsInWork): readonly NewEvent[] {
  const commitments = commitmentsIn(work);
  const events: NewEvent[] = [contractRegistered({ reference: `C${number}` })];
  for (let k = 0; k < commitments; k++) {
    events.push(commitmentMade(`K${number}-${k}`, { measure: aMeasure({ measure: `M${k}` }) }));
    events.push(targetAgreed('4000', '2025-04-01', '2026-03-31', `K${number}-${k}`));
  }
  for (let d = 0; events.length < work.length; d++) {
    const [report, commitment, day] = [`D${number}-${d}`, `K${number}-${d % commitments}`, dayIn(d)];
    events.push(deliveryReported({ report, commitment, from: day, to: day, item: true, quantity: '7.5' }));
    events.push(deliveryValidated({ report, commitment, accepted: '7', part: true }));
  }
  return events.slice(0, work.length);
}

/** A day of 2025/26. */
export function dayIn(place: number): string {
  return `2025-${String((place % 9) + 4).padStart(2, '0')}-${String((place % 27) + 1).padStart(2, '0')}`;
}
