import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { registerProjection } from '../fold/register.projection.js';
import { queueItem } from './queue-item.js';
import { ReviewQueueQuery } from './review-queue.query.js';

export const reviewQueueRoute = list({
  path: '/api/authorities/:code/review-queue',
  tag: 'Delivery reports',
  summary: 'List the delivery reports that wait for a decision',
  description: 'Those that wait longest first. A queried report waits too: a query is no decision.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({}),
  item: queueItem,
  cursor: z.tuple([z.int()]),
  projection: registerProjection.name,
});

@Controller()
export class ReviewQueueApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(reviewQueueRoute)
  async list({ params, after, limit }: Asked<typeof reviewQueueRoute>) {
    const waiting = await this.queries.execute(new ReviewQueueQuery(params.code, after?.[0] ?? 0, limit + 1));
    return pageOf(waiting, limit, ({ position }) => [position]);
  }
}
