import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { AskTotalsQuery } from '#areas/totals/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { commaList } from '#surface/http/routes/from-text.js';
import { download, File, type PageAsked } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { totalsFile } from './totals-file.js';

/** Any totals as a file; pages link to the one that holds their own figures, at their own moment. */
const downloadTotals = download({
  path: '/authorities/:code/totals.csv',
  params: z.strictObject({ code: authorityCode }),
  query: z.object({
    by: commaList(z.string()).default(['year']),
    where: z.array(z.string()).default([]),
    yearBasis: z.enum(['delivered', 'posted']).default('delivered'),
    knownAt: z.string().optional(),
    deliveredTo: field.date.optional(),
    dueOn: field.date.optional(),
  }),
});

@Controller()
export class DownloadTotalsPage {
  constructor(private readonly queries: QueryBus) {}

  @Shows(downloadTotals)
  async file({ params, query }: PageAsked<typeof downloadTotals>): Promise<File> {
    const answer = await this.queries.execute(new AskTotalsQuery(params.code, query));
    const { by, position } = answer;
    return new File(`${params.code}-${by.length === 0 ? 'all' : by.join('-')}-at-entry-${position}.csv`, 'text/csv; charset=utf-8', totalsFile(answer));
  }
}
