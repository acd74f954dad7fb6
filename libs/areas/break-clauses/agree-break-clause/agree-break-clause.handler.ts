import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { type AgreeBreakClause, claimOfBreakClause, decideAgreeBreakClause } from './agree-break-clause.decision.js';

export class AgreeBreakClauseCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly contract: string,
    readonly input: AgreeBreakClause,
  ) {
    super();
  }
}

@CommandHandler(AgreeBreakClauseCommand)
export class AgreeBreakClauseHandler implements ICommandHandler<AgreeBreakClauseCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, contract, input }: AgreeBreakClauseCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, contract, (state, around) => ({
      events: decideAgreeBreakClause(state, contract, input, around),
      references: claimOfBreakClause(state, input.reference),
      answer: { id: input.reference },
    }));
  }
}
