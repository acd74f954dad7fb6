import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { terminateContract } from './terminate-contract.decision.js';
import { TerminateContractCommand } from './terminate-contract.handler.js';

export const terminateContractRoute = command({
  path: '/api/authorities/:code/contracts/:id/terminations',
  tag: 'Contracts',
  summary: 'End a contract before its time',
  description: 'By a break clause that was invoked, by agreement, or otherwise.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: terminateContract.omit({ contract: true }),
});

@Controller()
export class TerminateContractApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(terminateContractRoute)
  async terminate({ params, body, ...sender }: Asked<typeof terminateContractRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'terminate-contract', input);
    return this.commands.execute(new TerminateContractCommand(context, input));
  }
}
