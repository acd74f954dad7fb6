import { z } from 'zod';

/**
 * A fact before it is recorded, as a decision states it. `businessDate` is the day on which the fact held
 * (`yyyy-mm-dd`), which may lie long before the moment of recording.
 */
export interface NewEvent<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  readonly businessDate: string;
  readonly payload: Payload;
}

/** A recorded fact, in the present shape of its type (old shapes are upcast when they are read). */
export interface RecordedEvent<Type extends string = string, Payload extends object = object>
  extends NewEvent<Type, Payload> {
  readonly authority: string;
  /** The number of its page in the authority's ledger: 1, 2, 3 … without gaps, in the order of commit. */
  readonly position: number;
  readonly stream: string;
  /** 1, 2, 3 … within its stream. */
  readonly version: number;
  readonly eventId: string;
  /** The version of its schema when it was recorded; the payload has been upcast to the present one. */
  readonly schemaVersion: number;
  /** ISO instant, UTC, milliseconds. Never runs backwards within a ledger. */
  readonly recordedAt: string;
  /** The opaque id of the person who acted. */
  readonly actor: string;
}

/** In place of an erasable text, what the ledger keeps of it: the SHA-256 of salt and text, in hexadecimal. */
export interface TextDigest {
  readonly sha256: string;
}

/** A text that can be erased without breaking the record: the text itself when stated, its digest when recorded. */
export type ErasableText = string | TextDigest;

const digest = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Marks a field of an event as erasable text (people type names into free text), of at most `max` characters. */
export function erasableText(max = 10_000): z.ZodType<ErasableText> {
  const text = z
    .string()
    .refine((text) => text.length <= max || [...text].length <= max, `must have at most ${max.toLocaleString('en-GB')} characters`);
  return z.union([text, digest]);
}

/** Whether a schema was made by `erasableText`; a description or a rule added to it later takes no mark away. */
export function isErasable(schema: object): boolean {
  return schema instanceof z.ZodUnion && schema.options.includes(digest);
}

/** The definition of one type of event: its present schema, and how older shapes become it. */
export interface EventDefinition<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  /** The present schema version; the first is 1. */
  readonly version: number;
  readonly schema: z.ZodType<Payload>;
  /** For each older version, the pure function that turns its payload into the next version's. */
  readonly upcasts: Readonly<Record<number, (payload: never) => object>>;
}

/** Defines a type of event, once, beside its `evolve`. */
export function defineEvent<Type extends string, Schema extends z.ZodType<object>>(
  type: Type,
  schema: Schema,
  older: { readonly version: number; readonly upcasts: Readonly<Record<number, (payload: never) => object>> } = {
    version: 1,
    upcasts: {},
  },
): EventDefinition<Type, z.output<Schema> & object> {
  return { type, schema: schema as unknown as z.ZodType<z.output<Schema> & object>, ...older };
}

/** The event that a definition defines, before and after recording. */
export type EventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Payload> ? NewEvent<Type, Payload> : never;
export type RecordedEventOf<Definition> =
  Definition extends EventDefinition<infer Type, infer Payload> ? RecordedEvent<Type, Payload> : never;

/** All the types of event that a ledger may hold, by name. */
export type EventCatalogue = ReadonlyMap<string, EventDefinition>;

/** Gathers definitions into a catalogue; two definitions of one type are a mistake of ours. */
export function catalogue(...definitions: readonly EventDefinition[]): EventCatalogue {
  const byType = new Map<string, EventDefinition>();
  for (const definition of definitions) {
    if (byType.has(definition.type)) throw new Error(`The event ${definition.type} is defined twice.`);
    byType.set(definition.type, definition);
  }
  return byType;
}
