import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideRecordPutRight, type RecordPutRight } from './record-put-right.decision.js';

export class RecordPutRightCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: RecordPutRight,
  ) {
    super();
  }
}

@CommandHandler(RecordPutRightCommand)
export class RecordPutRightHandler implements ICommandHandler<RecordPutRightCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: RecordPutRightCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, (state, around) => ({
      events: decideRecordPutRight(state, input, around),
      answer: { id: input.clause },
    }));
  }
}
