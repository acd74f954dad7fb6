import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { markMissedReturns } from './mark-missed-returns.decision.js';
import { MarkMissedReturnsCommand } from './mark-missed-returns.handler.js';

export const markMissedReturnsRoute = command({
  path: '/api/authorities/:code/missed-returns',
  tag: 'Returns',
  summary: 'Record which returns were missed',
  description:
    'Looks at every contract of the authority as of a day, and records the returns that had not come when they were due, once, however often it is asked; with them the conditions of break clauses that are met by then. The answer’s `id` is the day; its `version` is 0, because no one record changed.',
  params: z.strictObject({ code: authorityCode }),
  body: markMissedReturns,
});

@Controller()
export class MarkMissedReturnsApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(markMissedReturnsRoute)
  async mark({ params, body, ...sender }: Asked<typeof markMissedReturnsRoute>) {
    const context = await this.contexts.of(sender, params.code, 'mark-missed-returns', body);
    const { on, position } = await this.commands.execute(new MarkMissedReturnsCommand(context, body));
    return { id: on, position, version: 0 };
  }
}
