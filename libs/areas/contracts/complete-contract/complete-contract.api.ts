import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { completeContract } from './complete-contract.decision.js';
import { CompleteContractCommand } from './complete-contract.handler.js';

export const completeContractRoute = command({
  path: '/api/authorities/:code/contracts/:id/completions',
  tag: 'Contracts',
  summary: 'Complete a contract that has run its course',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: completeContract.omit({ contract: true }),
});

@Controller()
export class CompleteContractApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(completeContractRoute)
  async complete({ params, body, ...sender }: Asked<typeof completeContractRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'complete-contract', input);
    return this.commands.execute(new CompleteContractCommand(context, input));
  }
}
