import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { type AgreeTarget, decideAgreeTarget } from './agree-target.decision.js';

export class AgreeTargetCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AgreeTarget,
  ) {
    super();
  }
}

@CommandHandler(AgreeTargetCommand)
export class AgreeTargetHandler implements ICommandHandler<AgreeTargetCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AgreeTargetCommand): Promise<CommandAnswer> {
    return this.contracts.onCommitment(context, input.commitment, (state, { today }) => ({
      events: decideAgreeTarget(state, input, { today, unusualFigures: 'need a reason' }),
      answer: { id: input.commitment },
    }));
  }
}
