import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '../contract-commands.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideSuspendContract, type SuspendContract } from './suspend-contract.decision.js';

export class SuspendContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: SuspendContract,
  ) {
    super();
  }
}

@CommandHandler(SuspendContractCommand)
export class SuspendContractHandler implements ICommandHandler<SuspendContractCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: SuspendContractCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, (state, around) => ({
      events: decideSuspendContract(state, input, around),
      answer: { id: input.contract },
    }));
  }
}
