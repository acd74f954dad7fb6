import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { RETURN_STATES } from '#domain/contract/reporting/owed-returns.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { MOST_LIMIT, pageOf, USUAL_LIMIT } from '#surface/http/queries/list.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { askedFields } from '../ask/asked.js';
import { obligationsProjection } from '../fold/obligations.projection.js';
import { ReturnsQuery } from './list-returns.query.js';
import { returnsShape } from './returns-answer.js';

const cursor = z.tuple([z.string().nullable(), z.string()]);

export const listReturnsRoute = query({
  path: '/api/authorities/:code/returns',
  tag: 'Obligations',
  summary: 'List returns by state',
  description: 'Each return that a member of a contract owes for a reporting period, by the day on which it is due, with how many of those asked for are in each state.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    ...askedFields,
    state: z.array(z.enum(RETURN_STATES)).max(20).default([]).describe('Only in this state. Repeat it for more; they are alternatives.'),
    limit: z.int().min(1).max(MOST_LIMIT).default(USUAL_LIMIT).describe('How many returns to answer at most.'),
    after: z.string().optional().describe('Go on after the return that an earlier answer ended with: its `next`.'),
  }),
  projection: obligationsProjection.name,
  answer: returnsShape,
});

@Controller()
export class ListReturnsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listReturnsRoute)
  async list({ params, query: { limit, after, ...asked } }: Asked<typeof listReturnsRoute>) {
    const from = readCursor(cursor, after);
    const answer = await this.queries.execute(new ReturnsQuery(params.code, asked, from ? { dueOn: from[0], obligation: from[1] } : null, limit + 1));
    const { items, next } = pageOf(answer.items, limit, ({ dueOn, id }) => [dueOn, id]);
    return { ...answer, items: [...items], next };
  }
}
