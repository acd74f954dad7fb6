import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { agreeTarget } from './agree-target.decision.js';
import { AgreeTargetCommand } from './agree-target.handler.js';

export const agreeTargetRoute = command({
  path: '/api/authorities/:code/commitments/:id/targets',
  tag: 'Commitments',
  summary: 'Agree a further target of a commitment',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: agreeTarget.omit({ commitment: true }),
});

@Controller()
export class AgreeTargetApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(agreeTargetRoute)
  async agree({ params, body, ...sender }: Asked<typeof agreeTargetRoute>) {
    const input = { ...body, commitment: params.id };
    const context = await this.contexts.of(sender, params.code, 'agree-target', input);
    return this.commands.execute(new AgreeTargetCommand(context, input));
  }
}
