import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideSetMissedReturnAside, type SetMissedReturnAside } from './set-missed-return-aside.decision.js';

export class SetMissedReturnAsideCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: SetMissedReturnAside,
  ) {
    super();
  }
}

@CommandHandler(SetMissedReturnAsideCommand)
export class SetMissedReturnAsideHandler implements ICommandHandler<SetMissedReturnAsideCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: SetMissedReturnAsideCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, (state, around) => ({
      events: decideSetMissedReturnAside(state, input, around),
      answer: { id: input.contract },
    }));
  }
}
