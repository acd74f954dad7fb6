import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { providerChanges, type VaryOrCorrectProvider } from './vary-or-correct-provider.decision.js';
import { VaryOrCorrectProviderCommand } from './vary-or-correct-provider.handler.js';

const params = z.strictObject({ code: authorityCode, id: field.reference });

export const varyProviderRoute = command({
  path: '/api/authorities/:code/providers/:id/variations',
  tag: 'Providers',
  summary: 'Vary a provider, which has changed',
  description: 'State what is different now. A change of type moves the provider’s amounts between types from this entry on.',
  params,
  body: providerChanges,
});

export const correctProviderRoute = command({
  path: '/api/authorities/:code/providers/:id/corrections',
  tag: 'Providers',
  summary: 'Correct a provider, which was typed wrong',
  description: 'State what is to be different.',
  params,
  body: providerChanges,
});

type Change = Asked<typeof varyProviderRoute>;

@Controller()
export class VaryOrCorrectProviderApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(varyProviderRoute)
  vary(asked: Change) {
    return this.change(asked, 'variation');
  }

  @Serves(correctProviderRoute)
  correct(asked: Change) {
    return this.change(asked, 'entry error');
  }

  private async change({ params, body, ...sender }: Change, because: VaryOrCorrectProvider['because']) {
    const input = { ...body, provider: params.id, because };
    const context = await this.contexts.of(sender, params.code, 'vary-or-correct-provider', input);
    return this.commands.execute(new VaryOrCorrectProviderCommand(context, input));
  }
}
