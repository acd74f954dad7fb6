import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { asItStood } from './as-it-stood.js';
import { digestsIn, factsOf, peopleIn } from './facts.js';
import { providerNames, providersOf } from './provider-names.js';
import { eventInWords, sentenceOf } from './words/sentences.js';

/** An entry of the ledger for people: who, when, what, with the texts that were typed. */
export const toldEvent = z
  .strictObject({
    position: z.int().describe('Its number in the ledger.'),
    eventId: z.string().describe('Its id, a UUID.'),
    event: z.string().describe('The type of the event.'),
    title: z.string().describe('The type in words: “Delivery validated”.'),
    sentence: z.string().describe('What happened, in plain words with its figures, as things stood when it was recorded; free texts are in `facts`.'),
    stream: z.string().describe('What it belongs to: contract:C01.'),
    version: z.int().describe('Its number within the stream.'),
    businessDate: z.string().describe('The day on which the fact held.'),
    recordedAt: z.string().describe('When it was recorded: an instant in UTC.'),
    actor: z.string().describe('Who recorded it.'),
    facts: z.array(z.strictObject({
          field: z.string().describe('The field: terms.measure.theme.'),
          value: z.string().describe('What it holds, as text.'),
        })).describe('Its fields; a text that was erased reads “erased”.'),
  })
  .meta({ id: 'ToldEvent' });
export type ToldEvent = z.infer<typeof toldEvent>;

/** An entry without its sentence. */
export type PlainlyTold = Omit<ToldEvent, 'sentence'>;

interface KnownAlready {
  /** Providers are called as they were known at this position; undefined: as they are now. */
  readonly knownTo?: number | undefined;
  /** Streams that are at hand, from their first entry to the last of those told. */
  readonly histories?: ReadonlyMap<string, readonly RecordedEvent[]>;
}

/** Tells recorded events with the texts, the people and the providers behind their digests, ids and references. */
@Injectable()
export class EventTeller {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  /** In sentences; the contracts that the events belong to are read for them. */
  async tell(authority: string, events: readonly RecordedEvent[], { knownTo, histories }: KnownAlready = {}): Promise<ToldEvent[]> {
    const stood = await asItStood(this.ledger, authority, events, histories);
    const providers = await providerNames(this.ledger, authority, events.flatMap((event) => providersOf(event, stood(event))), knownTo);
    const { plainly, person } = await this.look(authority, events);
    const provider = (reference: string) => providers.get(reference) ?? reference;
    return events.map((event, at) => ({ ...plainly[at]!, sentence: sentenceOf(event, { ...stood(event), provider, person }) }));
  }

  /** Without sentences, for many events of many contracts: nothing beside the events is read. */
  async tellPlainly(authority: string, events: readonly RecordedEvent[]): Promise<readonly PlainlyTold[]> {
    return (await this.look(authority, events)).plainly;
  }

  private async look(authority: string, events: readonly RecordedEvent[]) {
    const digests = [...new Set(events.flatMap(({ payload }) => digestsIn(payload)))];
    const people = [...new Set(events.flatMap(({ payload, actor }) => [actor, ...peopleIn(payload)]))];
    const texts = await this.ledger.texts(authority, digests);
    const names = await this.directory.nameOf(authority, people);
    const person = (id: string) => names.get(id) ?? 'somebody who was erased';
    const plainly = events.map((event): PlainlyTold => ({
      position: event.position,
      eventId: event.eventId,
      event: event.type,
      title: eventInWords(event.type),
      stream: event.stream,
      version: event.version,
      businessDate: event.businessDate,
      recordedAt: event.recordedAt,
      actor: person(event.actor),
      facts: [...factsOf(event.payload, { text: (digest) => texts.get(digest), person })],
    }));
    return { plainly, person };
  }
}
