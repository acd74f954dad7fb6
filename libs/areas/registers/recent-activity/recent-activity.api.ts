import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { toldEvent } from '#areas/timeline/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { RecentActivityQuery } from './recent-activity.query.js';

export const recentActivityRoute = list({
  path: '/api/authorities/:code/activity',
  tag: 'Authorities',
  summary: 'See what was recorded of late',
  description: 'Every entry of the ledger, the latest first.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({}),
  item: toldEvent,
  cursor: z.tuple([z.int()]),
});

@Controller()
export class RecentActivityApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(recentActivityRoute)
  async see({ params, after, limit }: Asked<typeof recentActivityRoute>) {
    const events = await this.queries.execute(new RecentActivityQuery(params.code, after?.[0], limit + 1));
    return pageOf(events, limit, ({ position }) => [position]);
  }
}
