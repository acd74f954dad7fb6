import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { BankHolidaysQuery } from './list-bank-holidays.query.js';

const bankHoliday = z
  .strictObject({
    date: field.date,
    name: z.string().describe('What it is called.'),
    knownThrough: field.date.describe('The last day for which this jurisdiction’s table is complete: dates beyond it may move.'),
  })
  .meta({ id: 'BankHoliday' });

export const listBankHolidaysRoute = list({
  path: '/api/authorities/:code/bank-holidays',
  tag: 'Calendar',
  summary: 'List the bank holidays that dates are counted with',
  description: 'Of one jurisdiction, by date.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({ jurisdiction: jurisdiction.describe('Whose.') }),
  item: bankHoliday,
  cursor: z.tuple([z.string()]),
});

@Controller()
export class ListBankHolidaysApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listBankHolidaysRoute)
  async list({ params, query, after, limit }: Asked<typeof listBankHolidaysRoute>) {
    const { names, through } = (await this.queries.execute(new BankHolidaysQuery(params.code, null)))[query.jurisdiction];
    const rest = Object.entries(names)
      .map(([date, name]) => ({ date, name, knownThrough: through }))
      .filter(({ date }) => date > (after?.[0] ?? ''))
      .sort((one, other) => (one.date < other.date ? -1 : 1));
    return pageOf(rest.slice(0, limit + 1), limit, ({ date }) => [date]);
  }
}
