import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideWithdrawEvidence, type WithdrawEvidence } from './withdraw-evidence.decision.js';

export class WithdrawEvidenceCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: WithdrawEvidence,
  ) {
    super();
  }
}

@CommandHandler(WithdrawEvidenceCommand)
export class WithdrawEvidenceHandler implements ICommandHandler<WithdrawEvidenceCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: WithdrawEvidenceCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, (state, around) => ({
      events: decideWithdrawEvidence(state, input, around),
      answer: { id: input.report },
    }));
  }
}
