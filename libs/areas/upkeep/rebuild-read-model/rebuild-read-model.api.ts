import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { query } from '#surface/http/queries/query.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { longWork, workFields, workOf } from '../long-work.js';
import { RebuildReadModelCommand, SeeRebuildQuery } from './rebuild-read-model.handler.js';

const rebuilt = z
  .strictObject({ authorities: z.int().describe('How many ledgers were folded.'), events: z.int().describe('How many entries they have.') })
  .meta({ id: 'Rebuilt' });
const work = z.strictObject({ ...workFields, result: rebuilt.nullable().describe('Null before the end.') }).meta({ id: 'RebuildWork' });

export const rebuildReadModelRoute = longWork({
  path: '/api/rebuilds',
  tag: 'Upkeep',
  summary: 'Rebuild a read model',
  description: 'Folds it anew from the ledgers of all authorities, beside the one that is read, and puts it in its place. Answers within 30 seconds, or 202.',
  params: z.strictObject({}),
  body: z.strictObject({ projection: z.string().min(1).max(60).describe('The read model, as in GET projections: totals.') }),
  work,
});

export const seeRebuildRoute = query({
  path: '/api/rebuilds/:id',
  tag: 'Upkeep',
  summary: 'See how far a rebuild is',
  params: z.strictObject({ id: z.string().max(200).describe('The `id` that POST rebuilds answered.') }),
  query: z.strictObject({}),
  answer: work,
});

@Controller()
export class RebuildReadModelApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Serves(rebuildReadModelRoute)
  async rebuild({ body, commandId }: Asked<typeof rebuildReadModelRoute>) {
    return workOf(await this.commands.execute(new RebuildReadModelCommand(body.projection, commandId)));
  }

  @Serves(seeRebuildRoute)
  see({ params }: Asked<typeof seeRebuildRoute>) {
    return this.queries.execute(new SeeRebuildQuery(params.id));
  }
}
