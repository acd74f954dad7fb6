import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { measureTerms } from '#domain/measures/measure.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { ListMeasuresQuery } from './list-measures.query.js';

export const listMeasuresRoute = list({
  path: '/api/authorities/:code/measures',
  tag: 'Measures',
  summary: 'List the authority’s own measures',
  description: 'As they stand now; commitments keep what was frozen into them when they were made.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({}),
  item: measureTerms,
  cursor: z.tuple([z.string()]),
});

@Controller()
export class ListMeasuresApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listMeasuresRoute)
  async list({ params, after, limit }: Asked<typeof listMeasuresRoute>) {
    const measures = await this.queries.execute(new ListMeasuresQuery(params.code, after?.[0], limit + 1));
    return pageOf(measures, limit, ({ measure }) => [measure]);
  }
}
