import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { toldEvent } from '../event-teller.js';
import { KINDS } from '../words/sentences.js';
import { ContractTimelineQuery } from './contract-timeline.query.js';

export const contractTimelineRoute = list({
  path: '/api/authorities/:code/contracts/:id/timeline',
  tag: 'Contracts',
  summary: 'See everything that happened to a contract',
  description: 'Every entry in plain words, the earliest first, now or as known at an earlier moment.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject({
    knownAt: z.string().max(40).optional().describe('As known then: a position, a day (its end in London) or an instant. Left out: now.'),
    upTo: z.int().min(0).optional().describe('Only entries up to this position of the ledger.'),
    about: field.reference.optional().describe('Only what names this commitment, delivery report, break clause, or breach of one (`B1/1`).'),
    kind: z.enum(KINDS).optional().describe('Only what is about this.'),
  }),
  item: toldEvent,
  cursor: z.tuple([z.int()]),
});

@Controller()
export class ContractTimelineApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(contractTimelineRoute)
  async see({ params, query: { knownAt, upTo, about, kind }, limit, after }: Asked<typeof contractTimelineRoute>) {
    const asked = { knownAt, upTo, about, kind, afterVersion: after?.[0], limit: limit + 1 };
    const { items } = await this.queries.execute(new ContractTimelineQuery(params.code, params.id, asked));
    return pageOf(items, limit, ({ version }) => [version]);
  }
}
