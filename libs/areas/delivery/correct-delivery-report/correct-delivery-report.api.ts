import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { claimBody, claimed } from '../claim/claim-body.js';
import { CorrectDeliveryReportCommand } from './correct-delivery-report.handler.js';

export const correctDeliveryReportRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/corrections',
  tag: 'Delivery reports',
  summary: 'Correct a delivery report',
  description: 'States the report anew, in full. The old report stays readable; what was validated stays until the correction is decided.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: claimBody.extend({ reason: field.reason.describe('What was wrong.') }),
});

@Controller()
export class CorrectDeliveryReportApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(correctDeliveryReportRoute)
  async correct({ params, body, ...sender }: Asked<typeof correctDeliveryReportRoute>) {
    const corrects = params.id;
    const context = await this.contexts.of(sender, params.code, 'correct-delivery-report', { corrects, ...body });
    const input = { ...claimed(body, context.actor), corrects, commitment: null };
    return this.commands.execute(new CorrectDeliveryReportCommand(context, input));
  }
}
