import type { Instant } from '#domain/kernel/clock.js';
import { refuse } from '#domain/kernel/refusal.js';
import { canonicalJson, checkText } from './canonical-json.js';
import type { EncodedEvent, EventCodec } from './event-codec.js';
import type { AppendGroup, Reference } from './ledger.js';
import type { SaltedText } from './stored-event.js';

/** A group checked and ready to be stored. */
export interface EncodedGroup {
  readonly authority: string;
  readonly commandId: string;
  readonly requestHash: Buffer;
  readonly actor: string;
  readonly writes: readonly { readonly stream: string; readonly expectedVersion: number; readonly count: number }[];
  /** In the order of the writes. */
  readonly events: readonly EncodedEvent[];
  readonly references: readonly Reference[];
  readonly texts: readonly SaltedText[];
  /** Canonical JSON. */
  readonly answer: string;
  /** Roughly what it weighs on the wire. */
  readonly bytes: number;
}

/**
 * Checks a group and encodes its events.
 * @param at the moment that the ids of its events carry
 * @throws {Refusal} for what no record could keep; {Error} for a group that no correct caller makes
 */
export function encodeGroup(codec: EventCodec, group: AppendGroup, at: Instant): EncodedGroup {
  const { authority, actor } = group;
  checkNames(group);
  const texts: SaltedText[] = [];
  const events: EncodedEvent[] = [];
  const streams = new Set<string>();
  for (const write of group.writes) {
    checkName(write.stream, 'stream');
    checkVersion(write.stream, write.expectedVersion);
    if (write.events.length === 0) throw new Error(`The command ${group.commandId} writes nothing to ${write.stream}.`);
    if (streams.has(write.stream)) throw new Error(`The command ${group.commandId} names ${write.stream} twice.`);
    streams.add(write.stream);
    write.events.forEach((event, i) => {
      const place = { authority, stream: write.stream, version: write.expectedVersion + i + 1, actor };
      events.push(codec.encode(event, place, at, texts));
    });
  }
  if (events.length === 0) throw new Error(`The command ${group.commandId} writes no event: there is nothing to record.`);
  const references = group.references ?? [];
  checkReferences(references);
  const twice = claimedTwice(references);
  if (twice) throw new Error(`The command ${group.commandId} claims the ${twice.kind} ${twice.reference} twice.`);
  const answer = canonicalJson(group.answer ?? {}, 'answer');
  return {
    authority,
    commandId: group.commandId,
    requestHash: requestHash(group.requestHash),
    actor,
    writes: group.writes.map(({ stream, expectedVersion, events: { length } }) => ({ stream, expectedVersion, count: length })),
    events,
    references,
    texts,
    answer,
    bytes: weight(events, texts, references, answer),
  };
}

/** The names that every act on a ledger carries. */
export function checkNames(act: { readonly authority: string; readonly commandId: string; readonly actor: string }): void {
  checkName(act.authority, 'authority');
  checkName(act.commandId, 'command id');
  checkName(act.actor, 'actor');
}

/** PostgreSQL's index entries end at 2,700 bytes, and a key has up to three names. */
const LONGEST_NAME = 800;

/** @throws {Refusal} for a name that no key could hold */
export function checkName(name: string, what: string): void {
  checkText(name, what);
  if (name === '') refuse(what, name, 'must not be empty', 'Give it a name.');
  if (name.length * 3 > LONGEST_NAME && Buffer.byteLength(name) > LONGEST_NAME) {
    refuse(what, name, `must fit into ${LONGEST_NAME} bytes of UTF-8`, 'Choose a shorter one.');
  }
}

/** Versions are kept in 32 bits. */
const LAST_VERSION = 2 ** 31 - 1;

export function checkVersion(stream: string, version: number): void {
  if (!Number.isInteger(version) || version < 0 || version > LAST_VERSION) throw new Error(`${stream} has no version ${version}.`);
}

export function checkReferences(references: readonly Reference[]): void {
  for (const { kind, reference, stream } of references) {
    checkName(kind, 'kind of reference');
    checkName(reference, kind);
    checkName(stream, 'stream');
  }
}

/** @throws {Error} where the caller gives something else than a SHA-256 in hexadecimal */
export function requestHash(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error(`A request hash is a SHA-256 in 64 hexadecimal digits, not “${hex}”.`);
  return Buffer.from(hex, 'hex');
}

/** The first reference that a list claims twice. */
export function claimedTwice(references: readonly Reference[]): Reference | undefined {
  if (references.length < 2) return undefined;
  const seen = new Map<string, Reference>();
  for (const claim of references) {
    const key = `${claim.kind}\0${claim.reference}`;
    const earlier = seen.get(key);
    if (earlier) return earlier;
    seen.set(key, claim);
  }
  return undefined;
}

function weight(
  events: readonly EncodedEvent[],
  texts: readonly SaltedText[],
  references: readonly Reference[],
  answer: string,
): number {
  let bytes = 200 + answer.length + references.length * 100;
  for (const event of events) bytes += 300 + event.payload.length;
  for (const { text } of texts) bytes += 80 + text.length;
  return bytes;
}
