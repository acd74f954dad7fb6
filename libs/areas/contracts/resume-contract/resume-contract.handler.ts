import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '../contract-commands.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideResumeContract, type ResumeContract } from './resume-contract.decision.js';

export class ResumeContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: ResumeContract,
  ) {
    super();
  }
}

@CommandHandler(ResumeContractCommand)
export class ResumeContractHandler implements ICommandHandler<ResumeContractCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: ResumeContractCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, (state, around) => ({
      events: decideResumeContract(state, input, around),
      answer: { id: input.contract },
    }));
  }
}
