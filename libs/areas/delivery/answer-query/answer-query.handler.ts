import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideAnswerQuery, type AnswerQuery } from './answer-query.decision.js';

export class AnswerQueryCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AnswerQuery,
  ) {
    super();
  }
}

@CommandHandler(AnswerQueryCommand)
export class AnswerQueryHandler implements ICommandHandler<AnswerQueryCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AnswerQueryCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, (state, around) => ({
      events: decideAnswerQuery(state, input, around),
      answer: { id: input.report },
    }));
  }
}
