import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { carryShortfallForward } from './carry-shortfall-forward.decision.js';
import { CarryShortfallForwardCommand } from './carry-shortfall-forward.handler.js';

export const carryShortfallForwardRoute = command({
  path: '/api/authorities/:code/commitments/:id/shortfalls-carried-forward',
  tag: 'Commitments',
  summary: 'Agree to deliver later what is lacking of a target',
  description: 'There it is due, and not where it was. What was promised stays what it was.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: carryShortfallForward.omit({ commitment: true }),
});

@Controller()
export class CarryShortfallForwardApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(carryShortfallForwardRoute)
  async carry({ params, body, ...sender }: Asked<typeof carryShortfallForwardRoute>) {
    const input = { ...body, commitment: params.id };
    const context = await this.contexts.of(sender, params.code, 'carry-shortfall-forward', input);
    return this.commands.execute(new CarryShortfallForwardCommand(context, input));
  }
}
