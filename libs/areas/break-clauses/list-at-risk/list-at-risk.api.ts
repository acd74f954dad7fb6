import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { registerProjection } from '#areas/registers/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { askedMoment } from '../told/asked-moment.js';
import { conditionKind } from '../told/condition-shape.js';
import { atRiskAnswer } from './at-risk-shape.js';
import { AtRiskQuery, placeOf } from './list-at-risk.query.js';

export const listAtRiskRoute = list({
  path: '/api/authorities/:code/at-risk',
  tag: 'Break clauses',
  summary: 'List what would meet a condition if the running period ended today',
  description: 'By clause and period. It says nothing of blame: reports that wait for the authority’s own decision are named beside it.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    contract: field.reference.optional().describe('Only of this contract.'),
    condition: conditionKind.optional().describe('Only of clauses with a condition of this kind.'),
    awaitingReview: z.boolean().optional().describe('true: only where delivery reports wait for the authority’s decision; false: only where none does.'),
    ...askedMoment,
  }),
  item: atRiskAnswer,
  cursor: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  projection: registerProjection.name,
});

@Controller()
export class ListAtRiskApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listAtRiskRoute)
  async list({ params, query, after, limit }: Asked<typeof listAtRiskRoute>) {
    const items = await this.queries.execute(new AtRiskQuery(params.code, query, after, limit + 1));
    return pageOf(items, limit, (item) => [...placeOf(item)]);
  }
}
