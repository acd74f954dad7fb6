import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideWithdrawValidation, type WithdrawValidation } from './withdraw-validation.decision.js';

export class WithdrawValidationCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: WithdrawValidation,
  ) {
    super();
  }
}

@CommandHandler(WithdrawValidationCommand)
export class WithdrawValidationHandler implements ICommandHandler<WithdrawValidationCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: WithdrawValidationCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, (state, around) => ({
      events: decideWithdrawValidation(state, input, around),
      answer: { id: input.report },
    }));
  }
}
