import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { ContractCommands } from '../contract-commands.js';
import { type CompleteContract, decideCompleteContract } from './complete-contract.decision.js';

export class CompleteContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: CompleteContract,
  ) {
    super();
  }
}

@CommandHandler(CompleteContractCommand)
export class CompleteContractHandler implements ICommandHandler<CompleteContractCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: CompleteContractCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, (state, around) => ({
      events: decideCompleteContract(state, input, around),
      answer: { id: input.contract },
    }));
  }
}
