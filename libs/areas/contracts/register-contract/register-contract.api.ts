import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { managerName } from '../manager-name.js';
import { registerContract } from './register-contract.decision.js';
import { RegisterContractCommand } from './register-contract.handler.js';

export const registerContractRoute = command({
  path: '/api/authorities/:code/contracts',
  tag: 'Contracts',
  summary: 'Register a contract',
  params: z.strictObject({ code: authorityCode }),
  body: registerContract.extend({ manager: managerName }),
});

@Controller()
export class RegisterContractApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(registerContractRoute)
  async register({ params, body, ...sender }: Asked<typeof registerContractRoute>) {
    const input = { ...body, manager: await this.contexts.person(params.code, body.manager) };
    const context = await this.contexts.of(sender, params.code, 'register-contract', input);
    return this.commands.execute(new RegisterContractCommand(context, input));
  }
}
