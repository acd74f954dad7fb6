import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { knownProvider } from '../known-provider.js';
import { ListProvidersQuery } from './list-providers.query.js';
import { providersProjection } from './providers.projection.js';

export const listProvidersRoute = list({
  path: '/api/authorities/:code/providers',
  tag: 'Providers',
  summary: 'List the providers of the authority',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({}),
  item: knownProvider,
  cursor: z.tuple([z.string()]),
  projection: providersProjection.name,
});

@Controller()
export class ListProvidersApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listProvidersRoute)
  async list({ params, after, limit }: Asked<typeof listProvidersRoute>) {
    const providers = await this.queries.execute(new ListProvidersQuery(params.code, after?.[0], limit + 1));
    return pageOf(providers, limit, ({ reference }) => [reference]);
  }
}
