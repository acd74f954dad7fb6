import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideRefuseExtension, type RefuseExtension } from './refuse-extension.decision.js';

export class RefuseExtensionCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: RefuseExtension,
  ) {
    super();
  }
}

@CommandHandler(RefuseExtensionCommand)
export class RefuseExtensionHandler implements ICommandHandler<RefuseExtensionCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: RefuseExtensionCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, async (state, { today, bankHolidays }) => ({
      events: decideRefuseExtension(state, input, { today, bankHolidays: await bankHolidays() }),
      answer: { id: input.contract },
    }));
  }
}
