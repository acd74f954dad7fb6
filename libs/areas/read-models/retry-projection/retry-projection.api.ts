import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { RetryProjectionCommand } from './retry-projection.handler.js';

export const retryProjectionRoute = command({
  path: '/api/authorities/:code/projections/:name/retries',
  tag: 'Upkeep',
  summary: 'Retry a projection that is parked',
  description: 'Records nothing. The answer’s position is that of the entry tried again: a query `atLeast` there tells whether it went through. The same retry sent twice is done once.',
  params: z.strictObject({ code: authorityCode, name: z.string().min(1).max(60).describe('What the projection is called: totals.') }),
  body: z.strictObject({ position: z.int().min(1).describe('The entry that it is parked at, as its standing says.') }),
});

@Controller()
export class RetryProjectionApi {
  constructor(private readonly commands: CommandBus) {}

  @Serves(retryProjectionRoute)
  retry({ params, body }: Asked<typeof retryProjectionRoute>) {
    return this.commands.execute(new RetryProjectionCommand(params.code, params.name, body.position));
  }
}
