import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { askedFields, askedKinds } from '../ask/asked.js';
import { obligationShape } from '../ask/obligation-answer.js';
import { OBLIGATION_STATES } from '../ask/obligation-state.js';
import { obligationsProjection } from '../fold/obligations.projection.js';
import { ObligationsQuery } from './list-obligations.query.js';

export const listObligationsRoute = list({
  path: '/api/authorities/:code/obligations',
  tag: 'Obligations',
  summary: 'List what is due, from whom and when',
  description: 'By the day on which it is due, with why on that day; what nobody knows the day of comes last. What was met is listed too, unless `state` leaves it out.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    ...askedFields,
    kind: askedKinds,
    state: z.array(z.enum(OBLIGATION_STATES)).max(20).default([]).describe('Only in this state. Repeat it for more; they are alternatives.'),
  }),
  item: obligationShape,
  cursor: z.tuple([z.string().nullable(), z.string()]),
  projection: obligationsProjection.name,
});

@Controller()
export class ListObligationsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listObligationsRoute)
  async list({ params, query, after, limit }: Asked<typeof listObligationsRoute>) {
    const from = after ? { dueOn: after[0], obligation: after[1] } : null;
    const found = await this.queries.execute(new ObligationsQuery(params.code, query, from, limit + 1));
    return pageOf(found, limit, ({ dueOn, id }) => [dueOn, id]);
  }
}
