import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideInvokeClause, type InvokeClause } from './invoke-clause.decision.js';

export class InvokeClauseCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: InvokeClause,
  ) {
    super();
  }
}

@CommandHandler(InvokeClauseCommand)
export class InvokeClauseHandler implements ICommandHandler<InvokeClauseCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: InvokeClauseCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, async (state, { today, bankHolidays }) => ({
      events: decideInvokeClause(state, input, { today, bankHolidays: await bankHolidays() }),
      answer: { id: input.clause },
    }));
  }
}
