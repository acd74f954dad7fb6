import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideExtendDueDate, type ExtendDueDate } from './extend-due-date.decision.js';

export class ExtendDueDateCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: ExtendDueDate,
  ) {
    super();
  }
}

@CommandHandler(ExtendDueDateCommand)
export class ExtendDueDateHandler implements ICommandHandler<ExtendDueDateCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: ExtendDueDateCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, async (state, { today, bankHolidays }) => ({
      events: decideExtendDueDate(state, input, { today, bankHolidays: await bankHolidays() }),
      answer: { id: input.contract },
    }));
  }
}
