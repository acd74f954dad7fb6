import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideAgreeSubstitute, type AgreeSubstitute } from './agree-substitute.decision.js';

export class AgreeSubstituteCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AgreeSubstitute,
  ) {
    super();
  }
}

@CommandHandler(AgreeSubstituteCommand)
export class AgreeSubstituteHandler implements ICommandHandler<AgreeSubstituteCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AgreeSubstituteCommand): Promise<CommandAnswer> {
    return this.contracts.onCommitment(context, input.commitment, (state, around) => ({
      events: decideAgreeSubstitute(state, input, around),
      answer: { id: input.commitment },
    }));
  }
}
