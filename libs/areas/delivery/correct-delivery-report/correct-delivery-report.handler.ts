import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import type { Unnamed } from '../claim/claim.js';
import { claimOfReference, reportReferenceFor } from '../report-reference.js';
import { decideCorrectDeliveryReport, type CorrectDeliveryReport } from './correct-delivery-report.decision.js';

export class CorrectDeliveryReportCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: Unnamed<CorrectDeliveryReport>,
  ) {
    super();
  }
}

@CommandHandler(CorrectDeliveryReportCommand)
export class CorrectDeliveryReportHandler implements ICommandHandler<CorrectDeliveryReportCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: CorrectDeliveryReportCommand): Promise<CommandAnswer> {
    const { corrects } = input;
    const reference = input.reference ?? reportReferenceFor(context.authority, context.commandId);
    return this.contracts.onDeliveryReport(context, corrects, (state, around) => ({
      events: decideCorrectDeliveryReport(state, { ...input, reference }, around),
      references: [claimOfReference(state, reference)],
      answer: { id: reference },
    }));
  }
}
