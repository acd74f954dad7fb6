import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { seenCommitment } from './commitment-shape.js';
import { SeeCommitmentQuery } from './see-commitment.query.js';

export const seeCommitmentRoute = query({
  path: '/api/authorities/:code/commitments/:id',
  tag: 'Commitments',
  summary: 'See a commitment with everything reported on it',
  description: 'Read from the ledger itself, so its ETag is always the latest version (of its contract’s record, to which it belongs). Its figures are those of the totals: `figuresPosition` says how far they know the ledger, and `atLeast` waits for them.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject({}),
  projection: 'totals',
  answer: seenCommitment,
  version: ({ version }) => version,
});

@Controller()
export class SeeCommitmentApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(seeCommitmentRoute)
  see({ params }: Asked<typeof seeCommitmentRoute>) {
    return this.queries.execute(new SeeCommitmentQuery(params.code, params.id));
  }
}
