import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { registerProjection } from '../fold/register.projection.js';
import { contractStatus, day, namedProvider } from '../told/shapes.js';
import { ListContractsQuery } from './list-contracts.query.js';

const listedContract = z
  .strictObject({
    reference: z.string().describe('The reference of the contract.'),
    title: z.string().describe('What it is about.'),
    directorate: z.string().describe('Which part of the authority it belongs to.'),
    provider: namedProvider.describe('The provider who leads.'),
    manager: z.string().describe('The contract manager.'),
    startsOn: day('The first day'),
    endsOn: day('The last day'),
    valuePence: z.int().describe('Its whole-life value in pence.'),
    status: contractStatus,
    commitments: z.int().describe('How many commitments stand.'),
    undecidedReports: z.int().describe('How many delivery reports wait for a decision.'),
    lastRecordedAt: z.string().describe('When something was last recorded of it: an instant in UTC.'),
  })
  .meta({ id: 'ListedContract', description: 'A contract in a list.' });

export const listContractsRoute = list({
  path: '/api/authorities/:code/contracts',
  tag: 'Contracts',
  summary: 'List contracts',
  description: 'By reference.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({
    directorate: field.name().optional().describe('Only those of this directorate.'),
    provider: field.reference.optional().describe('Only those that this provider leads or is a member of, by its reference.'),
    status: contractStatus.optional(),
    q: z.string().max(200).optional().describe('Only those with this in their reference or title, in capitals or not.'),
  }),
  item: listedContract,
  cursor: z.tuple([z.string()]),
  projection: registerProjection.name,
});

@Controller()
export class ListContractsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(listContractsRoute)
  async list({ params, query, after, limit }: Asked<typeof listContractsRoute>) {
    const contracts = await this.queries.execute(new ListContractsQuery(params.code, query, after?.[0], limit + 1));
    return pageOf(contracts, limit, ({ reference }) => [reference]);
  }
}
