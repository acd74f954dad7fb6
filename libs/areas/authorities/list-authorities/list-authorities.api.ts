import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { ListAuthoritiesQuery } from './list-authorities.query.js';

const authority = z
  .strictObject({
    code: authorityCode,
    name: z.string().describe('What it is called.'),
    position: z.int().min(0).describe('The last entry of its ledger; 0 where it has none.'),
    recordedAt: z.string().nullable().describe('When that entry was recorded: an instant in UTC.'),
  })
  .meta({ id: 'Authority' });

export const listAuthoritiesRoute = list({
  path: '/api/authorities',
  tag: 'Authorities',
  summary: 'List the authorities that have a ledger',
  params: z.strictObject({}),
  query: z.strictObject({}),
  item: authority,
  cursor: z.tuple([z.string()]),
});

@Controller()
export class ListAuthoritiesApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listAuthoritiesRoute)
  async list({ after, limit }: Asked<typeof listAuthoritiesRoute>) {
    const heads = await this.queries.execute(new ListAuthoritiesQuery(after?.[0], limit + 1));
    const items = heads.map(({ authority: code, name, position, recordedAt }) => ({ code, name, position, recordedAt }));
    return pageOf(items, limit, ({ code }) => [code]);
  }
}
