import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { registerProjection } from '#areas/registers/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { file } from '#surface/http/queries/file.js';
import { FileAnswer } from '#surface/http/routes/answer.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { csvArchive } from '../write-spreadsheet/csv/csv-archive.js';
import { MEDIA_TYPES, SPREADSHEET_FORMS, writeSpreadsheet } from '../write-spreadsheet/spreadsheet-form.js';
import { templateWorkbook } from '../write-template/template-workbook.js';
import { FillTemplateQuery } from '../fill-template/fill-template.query.js';

const ZIP = 'application/zip';

export const downloadTemplateRoute = file({
  path: '/api/authorities/:code/template',
  tag: 'Imports',
  summary: 'Download the workbook to fill in',
  description: 'Empty, or filled with the authority’s own contracts and commitments and ready for deliveries.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    format: z.enum([...SPREADSHEET_FORMS, 'csv']).default('xlsx').describe('As which kind of spreadsheet; csv: a ZIP with one CSV for each sheet.'),
    filled: z.boolean().default(false).describe('Ready for deliveries: a row for each commitment and open period, and what is known to look things up in.'),
  }),
  file: { description: 'The workbook.', mediaTypes: [...Object.values(MEDIA_TYPES), ZIP] },
  projection: registerProjection.name,
});

@Controller()
export class DownloadTemplateApi {
  constructor(
    private readonly queries: QueryBus,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  @Serves(downloadTemplateRoute)
  async download({ params: { code }, query: { format, filled } }: Asked<typeof downloadTemplateRoute>) {
    await headOrRefuse(this.ledger, code);
    const workbook = filled ? await this.queries.execute(new FillTemplateQuery(code)) : templateWorkbook(code);
    const name = `${code}-${filled ? 'deliveries' : 'workbook'}`;
    if (format === 'csv') return new FileAnswer(`${name}.zip`, ZIP, await csvArchive(workbook));
    return new FileAnswer(`${name}.${format}`, MEDIA_TYPES[format], await writeSpreadsheet(format, workbook));
  }
}
