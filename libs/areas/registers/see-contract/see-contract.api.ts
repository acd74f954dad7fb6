import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { contract } from './contract-shape.js';
import { SeeContractQuery } from './see-contract.query.js';

export const seeContractRoute = query({
  path: '/api/authorities/:code/contracts/:id',
  tag: 'Contracts',
  summary: 'See a contract',
  description: 'Read from the ledger itself, so its ETag is always the latest version. The figures of its commitments are those of the totals: `figuresPosition` says how far they know the ledger, and `atLeast` waits for them.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject({}),
  projection: 'totals',
  answer: contract,
  version: ({ version }) => version,
});

@Controller()
export class SeeContractApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(seeContractRoute)
  see({ params }: Asked<typeof seeContractRoute>) {
    return this.queries.execute(new SeeContractQuery(params.code, params.id));
  }
}
