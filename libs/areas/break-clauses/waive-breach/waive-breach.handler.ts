import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideWaiveBreach, type WaiveBreach } from './waive-breach.decision.js';

export class WaiveBreachCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: WaiveBreach,
  ) {
    super();
  }
}

@CommandHandler(WaiveBreachCommand)
export class WaiveBreachHandler implements ICommandHandler<WaiveBreachCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: WaiveBreachCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, (state, around) => ({
      events: decideWaiveBreach(state, input, around),
      answer: { id: input.clause },
    }));
  }
}
