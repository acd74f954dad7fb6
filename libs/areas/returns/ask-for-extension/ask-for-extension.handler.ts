import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideAskForExtension, type AskForExtension } from './ask-for-extension.decision.js';

export class AskForExtensionCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AskForExtension,
  ) {
    super();
  }
}

@CommandHandler(AskForExtensionCommand)
export class AskForExtensionHandler implements ICommandHandler<AskForExtensionCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AskForExtensionCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, async (state, { today, bankHolidays }) => ({
      events: decideAskForExtension(state, input, { today, bankHolidays: await bankHolidays() }),
      answer: { id: input.contract },
    }));
  }
}
