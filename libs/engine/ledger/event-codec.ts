import type { z } from 'zod';
import type { Instant } from '#domain/kernel/clock.js';
import { isDate } from '#domain/kernel/date.js';
import type { EventCatalogue, EventDefinition, NewEvent, RecordedEvent } from '#domain/kernel/event.js';
import { refuse, Refusal, shown, type Fault } from '#domain/kernel/refusal.js';
import { canonicalJson, checkText } from './canonical-json.js';
import { erasableFields, type ReplaceTexts } from './erasable-fields.js';
import { eventId, randomBytes } from './event-id.js';
import { contentHash, textDigest, type EventContent, type SaltedText, type StoredEvent } from './stored-event.js';

/** Where a new event will stand. */
export interface Place {
  readonly authority: string;
  readonly stream: string;
  readonly version: number;
  readonly actor: string;
}

/** An event ready to be stored: all but its position and moment, which the ledger gives it. */
export interface EncodedEvent extends EventContent {
  readonly hash: Buffer;
}

const nothing = Buffer.alloc(0);

interface Entry {
  readonly definition: EventDefinition;
  readonly replaceTexts: ReplaceTexts | undefined;
}

/** Turns events into what the record keeps, and back into their present shape. */
export class EventCodec {
  private readonly entries = new Map<string, Entry>();
  /** Known to exist: events come in runs of one day. */
  private lastDay = '';

  /** @throws {Error} where a definition could not be kept or read: a loose schema, an older version without its upcast */
  constructor(catalogue: EventCatalogue) {
    for (const [type, definition] of catalogue) {
      for (let version = 1; version < definition.version; version++) {
        if (!definition.upcasts[version]) throw new Error(`The event ${type} has no upcast from version ${version}.`);
      }
      this.entries.set(type, { definition, replaceTexts: erasableFields(definition.schema, type) });
    }
  }

  /**
   * Checks an event against its schema, takes its erasable texts out of it (into `texts`), and hashes the rest.
   * @throws {Refusal} naming the type of event and the path of what is wrong
   */
  encode(event: NewEvent, place: Place, at: Instant, texts: SaltedText[]): EncodedEvent {
    const { definition, replaceTexts } = this.entry(event.type);
    if (event.businessDate !== this.lastDay && !isDate(event.businessDate)) {
      refuse(`${event.type}.businessDate`, event.businessDate, 'must be a day that exists', 'Write it yyyy-mm-dd.');
    }
    this.lastDay = event.businessDate;
    const checked = definition.schema.safeParse(event.payload);
    if (!checked.success) throw schemaRefusal(event, checked.error.issues);
    const kept = replaceTexts ? this.withoutTexts(event, checked.data, replaceTexts, texts) : checked.data;
    // Written out: spreading the place and then the content costs more than the hash.
    const encoded = {
      authority: place.authority,
      stream: place.stream,
      version: place.version,
      eventId: eventId(at),
      type: event.type,
      schemaVersion: definition.version,
      businessDate: event.businessDate,
      actor: place.actor,
      payload: canonicalJson(kept, event.type),
      hash: nothing as Buffer,
    };
    encoded.hash = contentHash(encoded);
    return encoded;
  }

  /** Reads an event in the present shape of its type. The bytes that are stored stay as they are. */
  decode(stored: StoredEvent): RecordedEvent {
    const { definition } = this.entry(stored.type);
    if (stored.schemaVersion > definition.version) {
      throw new Error(
        `Entry ${stored.position} of ${stored.authority} is a ${stored.type} of version ${stored.schemaVersion}; ` +
          `this release knows versions up to ${definition.version}. A later release wrote it: run that one.`,
      );
    }
    let payload = JSON.parse(stored.payload) as object;
    for (let version = stored.schemaVersion; version < definition.version; version++) {
      payload = definition.upcasts[version]!(payload as never);
    }
    return {
      authority: stored.authority,
      position: stored.position,
      stream: stored.stream,
      version: stored.version,
      eventId: stored.eventId,
      type: stored.type,
      schemaVersion: stored.schemaVersion,
      businessDate: stored.businessDate,
      recordedAt: stored.recordedAt,
      actor: stored.actor,
      payload,
    };
  }

  private withoutTexts(event: NewEvent, payload: object, replaceTexts: ReplaceTexts, texts: SaltedText[]): unknown {
    return replaceTexts(payload, (text) => {
      try {
        checkText(text, event.type);
      } catch {
        canonicalJson(payload, event.type); // refuses in the same words, with the path
      }
      const salt = randomBytes(16);
      const digest = textDigest(salt, text);
      texts.push({ digest, salt, text });
      return { sha256: digest.toString('hex') };
    });
  }

  private entry(type: string): Entry {
    const entry = this.entries.get(type);
    if (!entry) throw new Error(`The event ${type} is in no catalogue that this ledger was given.`);
    return entry;
  }
}

function schemaRefusal(event: NewEvent, issues: readonly z.core.$ZodIssue[]): Refusal {
  const faults = issues.map((issue): Fault => {
    const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
    return {
      field: `${event.type}${path}`,
      value: shown(valueAt(event.payload, issue.path)),
      rule: issue.message,
      fix: `State it as the event ${event.type} defines it.`,
    };
  });
  return new Refusal(faults as [Fault, ...Fault[]]);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], value);
}
