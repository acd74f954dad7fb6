import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { toldEvent } from '../event-teller.js';
import { ContractTimelineQuery } from './contract-timeline.query.js';

export const contractTimelineRoute = list({
  path: '/api/authorities/:code/contracts/:id/timeline',
  tag: 'Contracts',
  summary: 'See everything that happened to a contract',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject({ upTo: z.int().min(0).optional().describe('Only entries up to this position of the ledger.') }),
  item: toldEvent,
  cursor: z.tuple([z.int()]),
});

@Controller()
export class ContractTimelineApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(contractTimelineRoute)
  async see({ params, query, limit, after }: Asked<typeof contractTimelineRoute>) {
    const asked = new ContractTimelineQuery(params.code, params.id, after?.[0] ?? 0, limit + 1, query.upTo);
    return pageOf(await this.queries.execute(asked), limit, ({ version }) => [version]);
  }
}
