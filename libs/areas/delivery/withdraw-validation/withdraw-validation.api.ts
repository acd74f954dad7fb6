import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { withdrawValidation } from './withdraw-validation.decision.js';
import { WithdrawValidationCommand } from './withdraw-validation.handler.js';

export const withdrawValidationRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/validation-withdrawals',
  tag: 'Delivery reports',
  summary: 'Withdraw a validation',
  description: 'The report is no longer validated from now on, and waits for review again.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: withdrawValidation.omit({ report: true }),
});

@Controller()
export class WithdrawValidationApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(withdrawValidationRoute)
  async withdraw({ params, body, ...sender }: Asked<typeof withdrawValidationRoute>) {
    const input = { ...body, report: params.id };
    const context = await this.contexts.of(sender, params.code, 'withdraw-validation', input);
    return this.commands.execute(new WithdrawValidationCommand(context, input));
  }
}
