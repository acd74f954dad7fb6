import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { registerProjection } from '#areas/registers/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { CASE_STATES } from '#domain/contract/consequences/case-clock.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { askedMoment } from '../told/asked-moment.js';
import { registeredClause } from '../told/clause-shape.js';
import { conditionKind } from '../told/condition-shape.js';
import { BreakClausesQuery } from './list-break-clauses.query.js';

export const listBreakClausesRoute = list({
  path: '/api/authorities/:code/break-clauses',
  tag: 'Break clauses',
  summary: 'List the break clauses, with their cases and clocks',
  description: 'By reference; as known now or at an earlier moment, and judged on any day.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    contract: field.reference.optional().describe('Only those of this contract.'),
    condition: conditionKind.optional().describe('Only those with a condition of this kind.'),
    state: z.enum(CASE_STATES).optional().describe('Only those with a case that stands so.'),
    clocksRunning: z.boolean().optional().describe('true: only those with a case whose time to put it right runs; false: only those without.'),
    ...askedMoment,
  }),
  item: registeredClause,
  cursor: z.tuple([z.string()]),
  projection: registerProjection.name,
});

@Controller()
export class ListBreakClausesApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listBreakClausesRoute)
  async list({ params, query, after, limit }: Asked<typeof listBreakClausesRoute>) {
    const clauses = await this.queries.execute(new BreakClausesQuery(params.code, query, after?.[0], limit + 1));
    return pageOf(clauses, limit, ({ reference }) => [reference]);
  }
}
