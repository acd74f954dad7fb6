import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { defineMeasure } from './define-measure.decision.js';
import { DefineMeasureCommand } from './define-measure.handler.js';

export const defineMeasureRoute = command({
  path: '/api/authorities/:code/measures',
  tag: 'Measures',
  summary: 'Define a measure',
  params: z.strictObject({ code: authorityCode }),
  body: defineMeasure,
});

@Controller()
export class DefineMeasureApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(defineMeasureRoute)
  async define({ params, body, ...sender }: Asked<typeof defineMeasureRoute>) {
    const context = await this.contexts.of(sender, params.code, 'define-measure', body);
    return this.commands.execute(new DefineMeasureCommand(context, body));
  }
}
