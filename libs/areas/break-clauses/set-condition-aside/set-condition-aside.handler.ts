import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideSetConditionAside, type SetConditionAside } from './set-condition-aside.decision.js';

export class SetConditionAsideCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: SetConditionAside,
  ) {
    super();
  }
}

@CommandHandler(SetConditionAsideCommand)
export class SetConditionAsideHandler implements ICommandHandler<SetConditionAsideCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: SetConditionAsideCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, (state, around) => ({
      events: decideSetConditionAside(state, input, around),
      answer: { id: input.clause },
    }));
  }
}
