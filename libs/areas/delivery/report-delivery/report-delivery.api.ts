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
import { ReportDeliveryCommand } from './report-delivery.handler.js';

export const reportDeliveryRoute = command({
  path: '/api/authorities/:code/contracts/:id/delivery-reports',
  tag: 'Delivery reports',
  summary: 'Report a delivery',
  description: 'A dated item or a period’s total, on one commitment of the contract. An unusual figure is refused until a reason is given.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: claimBody.extend({ commitment: field.reference.describe('The commitment that was delivered on.') }),
});

@Controller()
export class ReportDeliveryApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(reportDeliveryRoute)
  async report({ params, body, ...sender }: Asked<typeof reportDeliveryRoute>) {
    const contract = params.id;
    const context = await this.contexts.of(sender, params.code, 'report-delivery', { contract, ...body });
    return this.commands.execute(new ReportDeliveryCommand(context, contract, claimed(body, context.actor)));
  }
}
