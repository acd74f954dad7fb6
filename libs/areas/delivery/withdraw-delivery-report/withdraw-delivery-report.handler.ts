import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideWithdrawDeliveryReport, type WithdrawDeliveryReport } from './withdraw-delivery-report.decision.js';

export class WithdrawDeliveryReportCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: WithdrawDeliveryReport,
  ) {
    super();
  }
}

@CommandHandler(WithdrawDeliveryReportCommand)
export class WithdrawDeliveryReportHandler implements ICommandHandler<WithdrawDeliveryReportCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: WithdrawDeliveryReportCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, (state, around) => ({
      events: decideWithdrawDeliveryReport(state, input, around),
      answer: { id: input.report },
    }));
  }
}
