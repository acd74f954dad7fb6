import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { closeYear } from './close-year.decision.js';
import { CloseYearCommand } from './close-year.handler.js';

export const closeYearRoute = command({
  path: '/api/authorities/:code/closed-years',
  tag: 'Calendar',
  summary: 'Close a financial year',
  description: 'Closes every earlier year with it. The figures posted to a closed year never move again; what is recorded later shows in the next open year.',
  params: z.strictObject({ code: authorityCode }),
  body: closeYear,
});

@Controller()
export class CloseYearApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(closeYearRoute)
  async close({ params, body, ...sender }: Asked<typeof closeYearRoute>) {
    const context = await this.contexts.of(sender, params.code, 'close-year', body);
    return this.commands.execute(new CloseYearCommand(context, body));
  }
}
