import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { cancelCorrection } from './cancel-correction.decision.js';
import { CancelCorrectionCommand } from './cancel-correction.handler.js';

export const cancelCorrectionRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/cancellations',
  tag: 'Delivery reports',
  summary: 'Cancel a correction',
  description: 'Only before it is decided. The report that it corrected stands again.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: cancelCorrection.omit({ report: true }),
});

@Controller()
export class CancelCorrectionApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(cancelCorrectionRoute)
  async cancel({ params, body, ...sender }: Asked<typeof cancelCorrectionRoute>) {
    const input = { ...body, report: params.id };
    const context = await this.contexts.of(sender, params.code, 'cancel-correction', input);
    return this.commands.execute(new CancelCorrectionCommand(context, input));
  }
}
