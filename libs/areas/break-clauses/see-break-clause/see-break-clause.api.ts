import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { askedMoment } from '../told/asked-moment.js';
import { clauseFields } from '../told/clause-shape.js';
import { SeeBreakClauseQuery } from './see-break-clause.query.js';

const seenClause = z
  .strictObject({ ...clauseFields, version: z.int().describe('The version that the record of its contract had reached; the ETag says the same.') })
  .meta({ id: 'SeenBreakClause', description: 'A break clause with its cases and their clocks.' });

export const seeBreakClauseRoute = query({
  path: '/api/authorities/:code/break-clauses/:id',
  tag: 'Break clauses',
  summary: 'See a break clause',
  description: 'With its cases and clocks; as known now or at an earlier moment, and judged on any day. Read from the ledger itself.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject(askedMoment),
  answer: seenClause,
  version: ({ version }) => version,
});

@Controller()
export class SeeBreakClauseApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(seeBreakClauseRoute)
  see({ params, query }: Asked<typeof seeBreakClauseRoute>) {
    return this.queries.execute(new SeeBreakClauseQuery(params.code, params.id, query));
  }
}
