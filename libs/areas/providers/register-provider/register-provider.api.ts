import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { registerProvider } from './register-provider.decision.js';
import { RegisterProviderCommand } from './register-provider.handler.js';

export const registerProviderRoute = command({
  path: '/api/authorities/:code/providers',
  tag: 'Providers',
  summary: 'Register a provider',
  params: z.strictObject({ code: authorityCode }),
  body: registerProvider,
});

@Controller()
export class RegisterProviderApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(registerProviderRoute)
  async register({ params, body, ...sender }: Asked<typeof registerProviderRoute>) {
    const context = await this.contexts.of(sender, params.code, 'register-provider', body);
    return this.commands.execute(new RegisterProviderCommand(context, body));
  }
}
