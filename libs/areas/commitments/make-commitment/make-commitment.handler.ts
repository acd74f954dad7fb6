import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import { MeasureCommands } from '#areas/measures/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { commitmentClaim, commitmentReferenceFor } from '../commitment-reference.js';
import { decideMakeCommitment, type MakeCommitment } from './make-commitment.decision.js';

/** The command as it is sent: one without a reference is given one. */
export type MakeCommitmentInput = Omit<MakeCommitment, 'commitment'> & { readonly commitment: string | null };

export class MakeCommitmentCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: MakeCommitmentInput,
  ) {
    super();
  }
}

@CommandHandler(MakeCommitmentCommand)
export class MakeCommitmentHandler implements ICommandHandler<MakeCommitmentCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly measures: MeasureCommands,
  ) {}

  execute({ context, input }: MakeCommitmentCommand): Promise<CommandAnswer> {
    const commitment = input.commitment ?? commitmentReferenceFor(context.authority, context.commandId);
    return this.contracts.onContract(context, input.contract, async (state, { today }) => {
      const { measures } = await this.measures.measureSet(context.authority);
      return {
        events: decideMakeCommitment(state, { ...input, commitment }, { today, measures, unusualFigures: 'need a reason' }),
        references: [commitmentClaim(input.contract, commitment)],
        answer: { id: commitment },
      };
    });
  }
}
