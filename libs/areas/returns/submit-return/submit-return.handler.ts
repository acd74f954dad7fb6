import { Inject, Optional } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import { claimOfReference, REPORTED_TO_AUTHORITY, type ReportedSoFar, type ReportedToAuthority } from '#areas/delivery/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideSubmitReturn, type SubmitReturn } from './submit-return.decision.js';

export class SubmitReturnCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly contract: string,
    readonly input: SubmitReturn,
  ) {
    super();
  }
}

@CommandHandler(SubmitReturnCommand)
export class SubmitReturnHandler implements ICommandHandler<SubmitReturnCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    @Optional() @Inject(REPORTED_TO_AUTHORITY) private readonly reported?: ReportedToAuthority,
  ) {}

  execute({ context, contract, input }: SubmitReturnCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, contract, async (state, { today }) => {
      const around = { today, unusualFigures: 'need a reason', soFar: await this.soFar(context.authority, input) } as const;
      return {
        events: decideSubmitReturn(state, contract, input, around),
        references: input.deliveries.map(({ reference }) => claimOfReference(state, reference)),
        answer: { id: contract },
      };
    });
  }

  /** Asked only where deliveries are added. Totals that cannot be read at the moment hold up no return. */
  private async soFar(authority: string, { deliveries }: SubmitReturn): Promise<ReportedSoFar | undefined> {
    return deliveries.length === 0 ? undefined : this.reported?.soFar(authority).catch(() => undefined);
  }
}
