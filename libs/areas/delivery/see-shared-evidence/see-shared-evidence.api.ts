import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { SeeSharedEvidenceQuery } from './see-shared-evidence.query.js';

export const sharedFile = z
  .strictObject({
    evidence: z.string().describe('The id of the piece within the report.'),
    sha256: z.string().describe('The hash of the file.'),
    alsoBehind: z.array(z.string()).describe('The other reports in force that it is behind, by reference.'),
  })
  .meta({ id: 'SharedEvidence', description: 'A file that stands behind several reports of a contract.' });

export const seeSharedEvidenceRoute = query({
  path: '/api/authorities/:code/delivery-reports/:id/shared-evidence',
  tag: 'Delivery reports',
  summary: 'See which evidence of a delivery report is behind others too',
  description: 'For its reviewer: the same file, by hash, behind two reports of the contract.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  query: z.strictObject({}),
  answer: z.strictObject({
    report: z.string().describe('The delivery report.'),
    shared: z.array(sharedFile).describe('Its files that are behind other reports too.'),
  }),
});

@Controller()
export class SeeSharedEvidenceApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(seeSharedEvidenceRoute)
  async see({ params: { code, id } }: Asked<typeof seeSharedEvidenceRoute>) {
    return { report: id, shared: [...(await this.queries.execute(new SeeSharedEvidenceQuery(code, id)))] };
  }
}
