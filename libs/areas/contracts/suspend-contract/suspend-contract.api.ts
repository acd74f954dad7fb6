import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { suspendContract } from './suspend-contract.decision.js';
import { SuspendContractCommand } from './suspend-contract.handler.js';

export const suspendContractRoute = command({
  path: '/api/authorities/:code/contracts/:id/suspensions',
  tag: 'Contracts',
  summary: 'Suspend a contract',
  description: 'Nothing falls due and no clock runs until it is resumed.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: suspendContract.omit({ contract: true }),
});

@Controller()
export class SuspendContractApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(suspendContractRoute)
  async suspend({ params, body, ...sender }: Asked<typeof suspendContractRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'suspend-contract', input);
    return this.commands.execute(new SuspendContractCommand(context, input));
  }
}
