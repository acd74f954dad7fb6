import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import { MeasureCommands } from '#areas/measures/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideCommitmentChange, type VaryOrCorrectCommitment } from './vary-or-correct-commitment.decision.js';

export class VaryOrCorrectCommitmentCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: VaryOrCorrectCommitment,
  ) {
    super();
  }
}

@CommandHandler(VaryOrCorrectCommitmentCommand)
export class VaryOrCorrectCommitmentHandler implements ICommandHandler<VaryOrCorrectCommitmentCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly measures: MeasureCommands,
  ) {}

  execute({ context, input }: VaryOrCorrectCommitmentCommand): Promise<CommandAnswer> {
    return this.contracts.onCommitment(context, input.commitment, async (state, { today }) => {
      const { measures } = await this.measures.measureSet(context.authority);
      return { events: decideCommitmentChange(state, input, { today, measures }), answer: { id: input.commitment } };
    });
  }
}
