import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Command } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideReview, type ReviewDeliveryReport } from './review-delivery-report.decision.js';

export class ReviewDeliveryReportCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: ReviewDeliveryReport,
  ) {
    super();
  }
}

@CommandHandler(ReviewDeliveryReportCommand)
export class ReviewDeliveryReportHandler implements ICommandHandler<ReviewDeliveryReportCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: ReviewDeliveryReportCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, async (state, { today, selfReviewAllowed }) => ({
      events: decideReview(state, input, { today, selfReviewAllowed: await selfReviewAllowed() }),
      answer: { id: input.report },
    }));
  }
}
