import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideCarryShortfallForward, type CarryShortfallForward } from './carry-shortfall-forward.decision.js';

export class CarryShortfallForwardCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: CarryShortfallForward,
  ) {
    super();
  }
}

@CommandHandler(CarryShortfallForwardCommand)
export class CarryShortfallForwardHandler implements ICommandHandler<CarryShortfallForwardCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: CarryShortfallForwardCommand): Promise<CommandAnswer> {
    return this.contracts.onCommitment(context, input.commitment, (state, around) => ({
      events: decideCarryShortfallForward(state, input, around),
      answer: { id: input.commitment },
    }));
  }
}
