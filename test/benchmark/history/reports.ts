import type { DeliveryClaim } from '#domain/contract/delivery-claim.js';
import type { Random } from '../../support/generate-events/random.js';
import { dayOf, daysIn, months, type Span } from './calendar.js';
import { chanceOf, fileHash, person, tenths } from './chance.js';
import type { InventedCommitment, InventedContract } from './contracts.js';

/** What becomes of a report in the end. */
export type Fate = 'validated' | 'part' | 'queried' | 'rejected' | 'waits' | 'withdrawn' | 'evidence later' | 'corrected' | 'validation withdrawn';

/** A delivery report that somebody will file for a quarter. */
export interface InventedReport {
  readonly commitment: InventedCommitment;
  readonly claim: Omit<DeliveryClaim, 'reportedOn'>;
  readonly fate: Fate;
  /** The quantity as typed, in tenths; for hours × people the product. */
  readonly typed: number;
}

const FATES: readonly (readonly [number, Fate])[] = [
  [78, 'validated'],
  [6, 'part'],
  [4, 'queried'],
  [2, 'rejected'],
  [2, 'waits'],
  [0.5, 'withdrawn'],
  [3.5, 'evidence later'],
  [3.5, 'corrected'],
  [0.5, 'validation withdrawn'],
];

/** The reports of a contract on a quarter: always the same for the same seed. */
export function reportsOn(seed: number, contract: InventedContract, quarter: number): readonly InventedReport[] {
  return contract.commitments.flatMap((commitment) => {
    const chance = chanceOf(seed, 3, contract.number, commitment.number, quarter);
    if (chance.chance(0.04)) return []; // a quarter in which nothing came
    return periodsOf(chance, commitment, quarter).map((period, place) => reportOn(chance, contract, commitment, quarter, period, place));
  });
}

function periodsOf(chance: Random, { reporting }: InventedCommitment, quarter: number): readonly Span[] {
  if (reporting === 'months') return [0, 1, 2].map((month) => months(quarter, month, 1));
  if (reporting === 'quarter') return [months(quarter, 0, 3)];
  const last = daysIn(quarter) - 1;
  return Array.from({ length: chance.between(2, 4) }, () => dayOf(quarter, chance.between(0, last)))
    .sort()
    .map((day) => ({ from: day, to: day }));
}

function reportOn(chance: Random, contract: InventedContract, commitment: InventedCommitment, quarter: number, { from, to }: Span, place: number): InventedReport {
  const fate = chance.weighted(FATES);
  const report = `D${contract.number + 1}-${commitment.number + 1}-${quarter + 1}-${place + 1}`;
  const amount = chance.between(...commitment.measure.usual);
  const people = commitment.measure.terms.kind === 'hours x people' ? chance.between(1, 24) : undefined;
  const kind = commitment.terms.evidenceRequired[0] ?? 'sign-in sheet';
  const asked = commitment.terms.evidenceRequired.length > 0;
  const pieces = fate === 'evidence later' || !(asked || chance.chance(0.6)) ? 0 : chance.between(1, 2);
  return {
    commitment,
    fate,
    typed: amount * (people ?? 1),
    claim: {
      report,
      commitment: commitment.reference,
      provider: null,
      from,
      to,
      ...(people === undefined ? { quantity: tenths(amount) } : { hours: tenths(amount), people }),
      item: commitment.reporting === 'items',
      inAddition: false,
      ...(chance.chance(0.15) ? { description: 'As every month, with the two sessions that were moved from the week before.' } : {}),
      evidence: Array.from({ length: pieces }, (_, piece) => ({ id: `E${report.slice(1)}-${piece + 1}`, kind, sha256: fileHash(chance) })),
      evidencedQuantity: null,
      reportedBy: person(20_000 + contract.number),
      side: 'provider',
    },
  };
}
