import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import * as asked from '../ask/asked.js';
import { difference } from '../ask/shapes.js';
import { CompareMomentsQuery } from './compare-moments.query.js';

const moment = z.string().min(1).max(40).describe('A position, a day (its end in London) or an instant.');

export const compareMomentsRoute = query({
  path: '/api/authorities/:code/differences',
  tag: 'Totals',
  summary: 'Compare two moments of knowing',
  description: 'What every figure gained or lost between two moments, and the events that did it.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    from: moment,
    to: moment,
    by: asked.by,
    where: asked.where,
    yearBasis: asked.yearBasis,
    deliveredTo: asked.deliveredTo,
  }),
  projection: 'totals',
  answer: difference,
});

@Controller()
export class CompareMomentsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(compareMomentsRoute)
  compare({ params, query }: Asked<typeof compareMomentsRoute>) {
    return this.queries.execute(new CompareMomentsQuery(params.code, query));
  }
}
