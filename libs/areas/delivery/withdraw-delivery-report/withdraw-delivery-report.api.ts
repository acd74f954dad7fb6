import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { withdrawDeliveryReport } from './withdraw-delivery-report.decision.js';
import { WithdrawDeliveryReportCommand } from './withdraw-delivery-report.handler.js';

export const withdrawDeliveryReportRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/withdrawals',
  tag: 'Delivery reports',
  summary: 'Withdraw a delivery report',
  description: 'With all its corrections: it counts in no figure any more. What was stated stays readable.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: withdrawDeliveryReport.omit({ report: true }),
});

@Controller()
export class WithdrawDeliveryReportApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(withdrawDeliveryReportRoute)
  async withdraw({ params, body, ...sender }: Asked<typeof withdrawDeliveryReportRoute>) {
    const input = { ...body, report: params.id };
    const context = await this.contexts.of(sender, params.code, 'withdraw-delivery-report', input);
    return this.commands.execute(new WithdrawDeliveryReportCommand(context, input));
  }
}
