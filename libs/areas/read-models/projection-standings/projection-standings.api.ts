import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { list, pageOf } from '#surface/http/queries/list.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { ProjectionStandingsQuery } from './projection-standings.query.js';

const parked = z
  .strictObject({
    position: z.int().describe('The entry that it could not take.'),
    event: z.string().describe('The type of that entry.'),
    error: z.string().describe('What went wrong.'),
    since: z.string().describe('Since when it waits: an instant in UTC.'),
  })
  .meta({ id: 'ParkedAt', description: 'Where a projection waits until an operator retries it.' });

const preparing = z
  .strictObject({
    done: z.int().describe('Entries counted so far, of all authorities …'),
    total: z.int().describe('… of so many; 0 before it has begun.'),
  })
  .meta({ id: 'PreparingAt', description: 'How far a new version of a projection has been built.' });

const standing = z
  .strictObject({
    name: z.string().describe('What it is called.'),
    version: z.int().describe('The version of its rows.'),
    position: z.int().describe('The last entry of the ledger that it knows.'),
    head: z.int().describe('The last entry of the ledger.'),
    parked: parked.nullable().describe('Null while it follows the ledger.'),
    preparing: preparing.nullable().describe('Null once it can be read in this version; until then queries of it are answered 503.'),
  })
  .meta({ id: 'ProjectionStanding', description: 'Where a projection stands in the ledger of an authority.' });

export const projectionStandingsRoute = list({
  path: '/api/authorities/:code/projections',
  tag: 'Upkeep',
  summary: 'See where the projections stand',
  description: 'By name. One that is parked answers as of the entry before, until an operator retries it.',
  params: z.strictObject({ code: authorityCode }),
  query: z.strictObject({}),
  item: standing,
  cursor: z.tuple([z.string()]),
});

@Controller()
export class ProjectionStandingsApi {
  constructor(private readonly queries: QueryBus) {}

  @Serves(projectionStandingsRoute)
  async list({ params, after, limit }: Asked<typeof projectionStandingsRoute>) {
    const standings = await this.queries.execute(new ProjectionStandingsQuery(params.code));
    const items = standings.map(({ projection, version, position, head, parked, preparing }) => ({
      name: projection,
      version,
      position,
      head,
      parked: parked && { position: parked.position, event: parked.eventType, error: parked.error, since: parked.since },
      preparing: preparing && { done: preparing.done, total: preparing.total },
    }));
    const rest = after === undefined ? items : items.slice(items.findIndex(({ name }) => name === after[0]) + 1);
    return pageOf(rest, limit, ({ name }) => [name]);
  }
}
