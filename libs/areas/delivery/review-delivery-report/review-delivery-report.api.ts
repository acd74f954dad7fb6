import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { reviewDeliveryReport } from './review-delivery-report.decision.js';
import { ReviewDeliveryReportCommand } from './review-delivery-report.handler.js';

export const reviewDeliveryReportRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/reviews',
  tag: 'Delivery reports',
  summary: 'Review a delivery report',
  description: 'Validate it in whole or in part, ask a question, or reject it. Nobody validates what they entered themselves, unless the authority allows it.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: reviewDeliveryReport.omit({ report: true, reviewedBy: true }),
});

@Controller()
export class ReviewDeliveryReportApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(reviewDeliveryReportRoute)
  async review({ params, body, ...sender }: Asked<typeof reviewDeliveryReportRoute>) {
    const report = params.id;
    const context = await this.contexts.of(sender, params.code, 'review-delivery-report', { report, ...body });
    return this.commands.execute(new ReviewDeliveryReportCommand(context, { ...body, report, reviewedBy: context.actor }));
  }
}
