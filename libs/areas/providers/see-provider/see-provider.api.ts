import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { knownProvider } from '../known-provider.js';
import { SeeProviderQuery } from './see-provider.query.js';

export const seeProviderRoute = query({
  path: '/api/authorities/:code/providers/:id',
  tag: 'Providers',
  summary: 'See a provider',
  description: 'As it stands now, read from the ledger itself.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject({}),
  answer: knownProvider,
  version: ({ version }) => version,
});

@Controller()
export class SeeProviderApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(seeProviderRoute)
  see({ params }: Asked<typeof seeProviderRoute>) {
    return this.queries.execute(new SeeProviderQuery(params.code, params.id));
  }
}
