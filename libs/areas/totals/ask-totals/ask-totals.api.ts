import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import * as asked from '../ask/asked.js';
import { totals } from '../ask/shapes.js';
import { AskTotalsQuery } from './ask-totals.query.js';

export const askTotalsRoute = query({
  path: '/api/authorities/:code/totals',
  tag: 'Totals',
  summary: 'Ask for totals',
  description: 'Six figures by any combination of dimensions, now or as known at an earlier moment. Without contract-basis in `by` or `where`, they count what contracts promised.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    by: asked.by,
    where: asked.where,
    yearBasis: asked.yearBasis,
    knownAt: asked.knownAt,
    deliveredTo: asked.deliveredTo,
  }),
  projection: 'totals',
  answer: totals,
});

@Controller()
export class AskTotalsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(askTotalsRoute)
  ask({ params, query }: Asked<typeof askTotalsRoute>) {
    return this.queries.execute(new AskTotalsQuery(params.code, query));
  }
}
