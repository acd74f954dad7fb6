import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '../contract-commands.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideTerminateContract, type TerminateContract } from './terminate-contract.decision.js';

export class TerminateContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: TerminateContract,
  ) {
    super();
  }
}

@CommandHandler(TerminateContractCommand)
export class TerminateContractHandler implements ICommandHandler<TerminateContractCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: TerminateContractCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, (state, around) => ({
      events: decideTerminateContract(state, input, around),
      answer: { id: input.contract },
    }));
  }
}
