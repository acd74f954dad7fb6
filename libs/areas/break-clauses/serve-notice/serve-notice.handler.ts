import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideServeNotice, type ServeNotice } from './serve-notice.decision.js';

export class ServeNoticeCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: ServeNotice,
  ) {
    super();
  }
}

@CommandHandler(ServeNoticeCommand)
export class ServeNoticeHandler implements ICommandHandler<ServeNoticeCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: ServeNoticeCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, (state, around) => ({
      events: decideServeNotice(state, input, around),
      answer: { id: input.clause },
    }));
  }
}
