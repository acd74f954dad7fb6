import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import * as asked from '../ask/asked.js';
import { kept } from '../ask/shapes.js';
import { AskKeptQuery } from './ask-kept.query.js';

export const askKeptRoute = query({
  path: '/api/authorities/:code/kept',
  tag: 'Totals',
  summary: 'Ask for the share kept of what was due',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    by: asked.by,
    where: asked.where,
    deliveredTo: field.date.describe('The day by which periods must have ended.'),
    knownAt: asked.knownAt,
  }),
  projection: 'totals',
  answer: kept,
});

@Controller()
export class AskKeptApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(askKeptRoute)
  ask({ params, query }: Asked<typeof askKeptRoute>) {
    return this.queries.execute(new AskKeptQuery(params.code, query));
  }
}
