import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { ClosedYearsQuery } from './closed-years.query.js';

const closedYear = z
  .strictObject({
    year: field.financialYear,
    closedOn: field.date,
    recordedAt: z.string().describe('An instant in UTC.'),
    position: z.int().min(1).describe('The entry of the ledger from which it holds.'),
  })
  .meta({ id: 'ClosedYear' });

export const closedYearsRoute = list({
  path: '/api/authorities/:code/closed-years',
  tag: 'Calendar',
  summary: 'List the acts by which years were closed',
  description: 'Each closed its year and every earlier one.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({}),
  item: closedYear,
  cursor: z.tuple([z.int()]),
});

@Controller()
export class ClosedYearsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(closedYearsRoute)
  async list({ params, after, limit }: Asked<typeof closedYearsRoute>) {
    const closed = await this.queries.execute(new ClosedYearsQuery(params.code));
    const rest = closed.filter(({ position }) => position > (after?.[0] ?? 0));
    return pageOf(rest, limit, ({ position }) => [position]);
  }
}
