import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideAttachEvidence, type AttachEvidence } from './attach-evidence.decision.js';

export class AttachEvidenceCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AttachEvidence,
  ) {
    super();
  }
}

@CommandHandler(AttachEvidenceCommand)
export class AttachEvidenceHandler implements ICommandHandler<AttachEvidenceCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AttachEvidenceCommand): Promise<CommandAnswer> {
    return this.contracts.onDeliveryReport(context, input.report, (state, around) => ({
      events: decideAttachEvidence(state, input, around),
      answer: { id: input.report },
    }));
  }
}
