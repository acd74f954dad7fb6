import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { agreeSubstitute } from './agree-substitute.decision.js';
import { AgreeSubstituteCommand } from './agree-substitute.handler.js';

export const agreeSubstituteRoute = command({
  path: '/api/authorities/:code/commitments/:id/substitutes',
  tag: 'Commitments',
  summary: 'Agree that another commitment makes good what is lacking of a target',
  description: 'Without such an agreement more of the one never offsets less of the other.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: agreeSubstitute.omit({ commitment: true }),
});

@Controller()
export class AgreeSubstituteApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(agreeSubstituteRoute)
  async agree({ params, body, ...sender }: Asked<typeof agreeSubstituteRoute>) {
    const input = { ...body, commitment: params.id };
    const context = await this.contexts.of(sender, params.code, 'agree-substitute', input);
    return this.commands.execute(new AgreeSubstituteCommand(context, input));
  }
}
