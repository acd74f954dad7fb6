import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideSubmitReturn, type SubmitReturn } from './submit-return.decision.js';

export class SubmitReturnCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly contract: string,
    readonly input: SubmitReturn,
  ) {
    super();
  }
}

@CommandHandler(SubmitReturnCommand)
export class SubmitReturnHandler implements ICommandHandler<SubmitReturnCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, contract, input }: SubmitReturnCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, contract, (state, around) => ({
      events: decideSubmitReturn(state, contract, input, around),
      answer: { id: contract },
    }));
  }
}
