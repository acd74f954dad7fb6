import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { toldEvent } from '#areas/timeline/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { readEntryId } from '../ask/total-id.js';
import { SeeEntryEventsQuery } from './see-entry-events.query.js';

const answer = z
  .strictObject({
    bidSentence: z.string().nullable().describe('The sentence of the bid behind the entry; null beyond the contract.'),
    bidReference: z.string().describe('Where in the bid it stands.'),
    events: z.array(toldEvent).describe('The promise, what changed it, and what became of the report, in the order of the ledger.'),
  })
  .meta({ id: 'EntryEvents' });

export const seeEntryEventsRoute = query({
  path: '/api/authorities/:code/entries/:id/events',
  tag: 'Totals',
  summary: 'See the events behind an entry',
  params: z.strictObject({ code: authorityCode, id: z.string().max(20_000).describe('The `id` of an entry.') }),
  query: z.strictObject({}),
  answer,
});

@Controller()
export class SeeEntryEventsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(seeEntryEventsRoute)
  async see({ params }: Asked<typeof seeEntryEventsRoute>) {
    const { authority, position, commitment } = readEntryId(params.id);
    if (authority !== params.code) refuse('id', params.id, 'must be of an entry of this authority', 'Take it from this authority’s totals.', 'not found');
    const { events, ...behind } = await this.queries.execute(new SeeEntryEventsQuery(authority, position, commitment));
    return { ...behind, events: events.map((event) => ({ ...event, facts: [...event.facts] })) };
  }
}
