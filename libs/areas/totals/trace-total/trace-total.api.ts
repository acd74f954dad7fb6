import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { entry } from '../ask/shapes.js';
import { readTotalId } from '../ask/total-id.js';
import { TraceTotalQuery } from './trace-total.query.js';

/** As `listEntries` writes them: a number of the journal, or a place in a stock's replay. */
const entryKey = z.string().regex(/^s?\d{1,9}$/);

export const traceTotalRoute = list({
  path: '/api/authorities/:code/totals/:id/entries',
  tag: 'Totals',
  summary: 'Trace a total to its entries',
  params: z.strictObject({ code: authorityCode, id: z.string().max(20_000).describe('The `id` of a row of totals.') }),
  query: z.strictObject({}),
  item: entry,
  cursor: z.tuple([z.int().min(1), z.string(), entryKey]),
  projection: 'totals',
});

@Controller()
export class TraceTotalApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(traceTotalRoute)
  async trace({ params, limit, after }: Asked<typeof traceTotalRoute>) {
    const total = readTotalId(params.id);
    if (total.authority !== params.code) refuse('id', params.id, 'must be of a total of this authority', 'Take it from this authority’s totals.', 'not found');
    const cursor = after && { position: after[0], commitment: after[1], entry: after[2] };
    const traced = await this.queries.execute(new TraceTotalQuery(total, limit + 1, cursor));
    const page = pageOf(traced, limit, ({ cursor }) => [cursor.position, cursor.commitment, cursor.entry]);
    return { items: page.items.map(({ answer }) => answer), next: page.next };
  }
}
