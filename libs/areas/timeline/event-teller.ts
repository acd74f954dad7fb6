import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { digestsIn, factsOf, peopleIn } from './facts.js';

/** An entry of the ledger for people: who, when, what, with the texts that were typed. */
export const toldEvent = z
  .strictObject({
    position: z.int().describe('Its number in the ledger.'),
    eventId: z.string().describe('Its id, a UUID.'),
    event: z.string().describe('The type of the event.'),
    title: z.string().describe('The type in words: “Delivery validated”.'),
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

/** Tells recorded events with the texts and the people behind their digests and ids. */
@Injectable()
export class EventTeller {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  async tell(authority: string, events: readonly RecordedEvent[]): Promise<ToldEvent[]> {
    const digests = [...new Set(events.flatMap(({ payload }) => digestsIn(payload)))];
    const people = [...new Set(events.flatMap(({ payload, actor }) => [actor, ...peopleIn(payload)]))];
    const texts = await this.ledger.texts(authority, digests);
    const names = await this.directory.nameOf(authority, people);
    const person = (id: string) => names.get(id) ?? 'somebody who was erased';
    return events.map((event) => ({
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
  }
}

/** The type of an event in words: `DeliveryValidated` as “Delivery validated”. */
export function eventInWords(type: string): string {
  const words = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}
