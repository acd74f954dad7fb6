import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { type ConfirmCondition, decideConfirmCondition } from './confirm-condition.decision.js';

export class ConfirmConditionCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: ConfirmCondition,
  ) {
    super();
  }
}

@CommandHandler(ConfirmConditionCommand)
export class ConfirmConditionHandler implements ICommandHandler<ConfirmConditionCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: ConfirmConditionCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, (state, around) => ({
      events: decideConfirmCondition(state, input, around),
      answer: { id: input.clause },
    }));
  }
}
