import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideWithdrawCommitment, type WithdrawCommitment } from './withdraw-commitment.decision.js';

export class WithdrawCommitmentCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: WithdrawCommitment,
  ) {
    super();
  }
}

@CommandHandler(WithdrawCommitmentCommand)
export class WithdrawCommitmentHandler implements ICommandHandler<WithdrawCommitmentCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: WithdrawCommitmentCommand): Promise<CommandAnswer> {
    return this.contracts.onCommitment(context, input.commitment, (state, around) => ({
      events: decideWithdrawCommitment(state, input, around),
      answer: { id: input.commitment },
    }));
  }
}
