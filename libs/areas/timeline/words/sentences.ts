import type { RecordedEvent } from '#domain/kernel/event.js';
import { AUTHORITY } from './authority.js';
import { BREACHES } from './breaches.js';
import { BREAK_CLAUSES } from './break-clauses.js';
import { COMMITMENTS } from './commitments.js';
import { CONTRACT } from './contract.js';
import { DELIVERIES } from './deliveries.js';
import { RETURNS } from './returns.js';
import { REVIEWS } from './reviews.js';
import type { Scene, Sentence } from './sentence.js';

/** What entries of a contract’s timeline are about; people choose by it. */
export const KINDS = ['returns', 'break clauses', 'deliveries', 'commitments', 'contract'] as const;
export type Kind = (typeof KINDS)[number];

interface Known extends Sentence {
  /** Null: of no contract. */
  readonly kind: Kind | null;
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  [
    of('contract', CONTRACT),
    of('commitments', COMMITMENTS),
    of('deliveries', [...DELIVERIES, ...REVIEWS]),
    of('returns', RETURNS),
    of('break clauses', [...BREAK_CLAUSES, ...BREACHES]),
    of(null, AUTHORITY),
  ]
    .flat()
    .map((one) => [one.type, one]),
);

function of(kind: Kind | null, sentences: readonly Sentence[]): readonly Known[] {
  return sentences.map((one) => ({ ...one, kind }));
}

/** An entry in plain words, with its figures; its type in words where nobody has written a sentence for it. */
export function sentenceOf({ type, payload }: Pick<RecordedEvent, 'type' | 'payload'>, scene: Scene): string {
  return KNOWN.get(type)?.tell(payload, scene) ?? `${eventInWords(type)}.`;
}

/** What an entry is about; null where it belongs to no contract. */
export function kindOf(type: string): Kind | null {
  return KNOWN.get(type)?.kind ?? null;
}

/** Whether there is a sentence for a type of event. */
export function isTold(type: string): boolean {
  return KNOWN.has(type);
}

/** The type of an event in words: `DeliveryValidated` as “Delivery validated”. */
export function eventInWords(type: string): string {
  const words = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}
