import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { setMissedReturnAside } from './set-missed-return-aside.decision.js';
import { SetMissedReturnAsideCommand } from './set-missed-return-aside.handler.js';

export const setMissedReturnAsideRoute = command({
  path: '/api/authorities/:code/contracts/:id/missed-returns-set-aside',
  tag: 'Returns',
  summary: 'Set a missed return aside',
  description: 'It counts for no break clause; the record keeps that it was missed.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: setMissedReturnAside.omit({ contract: true }),
});

@Controller()
export class SetMissedReturnAsideApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(setMissedReturnAsideRoute)
  async setAside({ params, body, ...sender }: Asked<typeof setMissedReturnAsideRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'set-missed-return-aside', input);
    return this.commands.execute(new SetMissedReturnAsideCommand(context, input));
  }
}
