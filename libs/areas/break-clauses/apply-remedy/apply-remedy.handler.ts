import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideApplyRemedy, type ApplyRemedy } from './apply-remedy.decision.js';

export class ApplyRemedyCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: ApplyRemedy,
  ) {
    super();
  }
}

@CommandHandler(ApplyRemedyCommand)
export class ApplyRemedyHandler implements ICommandHandler<ApplyRemedyCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: ApplyRemedyCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, (state, around) => ({
      events: decideApplyRemedy(state, input, around),
      answer: { id: input.clause },
    }));
  }
}
