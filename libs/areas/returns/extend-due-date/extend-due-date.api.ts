import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { extendDueDate } from './extend-due-date.decision.js';
import { ExtendDueDateCommand } from './extend-due-date.handler.js';

export const extendDueDateRoute = command({
  path: '/api/authorities/:code/contracts/:id/extensions',
  tag: 'Returns',
  summary: 'Give more time for a return',
  description: 'Whether or not the member asked for it.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: extendDueDate.omit({ contract: true }),
});

@Controller()
export class ExtendDueDateApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(extendDueDateRoute)
  async extend({ params, body, ...sender }: Asked<typeof extendDueDateRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'extend-due-date', input);
    return this.commands.execute(new ExtendDueDateCommand(context, input));
  }
}
