import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { refuseExtension } from './refuse-extension.decision.js';
import { RefuseExtensionCommand } from './refuse-extension.handler.js';

export const refuseExtensionRoute = command({
  path: '/api/authorities/:code/contracts/:id/extension-refusals',
  tag: 'Returns',
  summary: 'Refuse more time for a return',
  description: 'It is due when it was.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: refuseExtension.omit({ contract: true }),
});

@Controller()
export class RefuseExtensionApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(refuseExtensionRoute)
  async refuse({ params, body, ...sender }: Asked<typeof refuseExtensionRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'refuse-extension', input);
    return this.commands.execute(new RefuseExtensionCommand(context, input));
  }
}
