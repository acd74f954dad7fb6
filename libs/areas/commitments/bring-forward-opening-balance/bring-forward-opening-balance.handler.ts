import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { type BringForwardOpeningBalance, decideOpeningBalance } from './bring-forward-opening-balance.decision.js';

export class BringForwardOpeningBalanceCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: BringForwardOpeningBalance,
  ) {
    super();
  }
}

@CommandHandler(BringForwardOpeningBalanceCommand)
export class BringForwardOpeningBalanceHandler implements ICommandHandler<BringForwardOpeningBalanceCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: BringForwardOpeningBalanceCommand): Promise<CommandAnswer> {
    return this.contracts.onCommitment(context, input.commitment, (state, around) => ({
      events: decideOpeningBalance(state, input, around),
      answer: { id: input.commitment },
    }));
  }
}
