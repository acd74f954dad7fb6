import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { askForExtension } from './ask-for-extension.decision.js';
import { AskForExtensionCommand } from './ask-for-extension.handler.js';

export const askForExtensionRoute = command({
  path: '/api/authorities/:code/contracts/:id/extension-requests',
  tag: 'Returns',
  summary: 'Ask for more time for a return',
  description: 'Until the authority answers, the return does not count as missed.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: askForExtension.omit({ contract: true }),
});

@Controller()
export class AskForExtensionApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(askForExtensionRoute)
  async ask({ params, body, ...sender }: Asked<typeof askForExtensionRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'ask-for-extension', input);
    return this.commands.execute(new AskForExtensionCommand(context, input));
  }
}
