import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideCancelCorrection, type CancelCorrection } from './cancel-correction.decision.js';

export class CancelCorrectionCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: CancelCorrection,
  ) {
    super();
  }
}

@CommandHandler(CancelCorrectionCommand)
export class CancelCorrectionHandler implements ICommandHandler<CancelCorrectionCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: CancelCorrectionCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, (state, around) => ({
      events: decideCancelCorrection(state, input, around),
      answer: { id: input.report },
    }));
  }
}
