import { Inject, Optional } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands, contractOrRefuse } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import type { Unnamed } from '../claim/claim.js';
import { REPORTED_TO_AUTHORITY, type ReportedToAuthority } from '../claim/reported-so-far.js';
import type { ReportedSoFar } from '../claim/sanity.js';
import { claimOfReference, reportReferenceFor } from '../report-reference.js';
import { decideReportDelivery, type ReportDelivery } from './report-delivery.decision.js';

export class ReportDeliveryCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly contract: string,
    readonly input: Unnamed<ReportDelivery>,
  ) {
    super();
  }
}

@CommandHandler(ReportDeliveryCommand)
export class ReportDeliveryHandler implements ICommandHandler<ReportDeliveryCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    @Optional() @Inject(REPORTED_TO_AUTHORITY) private readonly reported?: ReportedToAuthority,
  ) {}

  execute({ context, contract, input }: ReportDeliveryCommand): Promise<CommandAnswer> {
    const reference = input.reference ?? reportReferenceFor(context.authority, context.commandId);
    return this.contracts.onContract(context, contract, async (state, { today }) => {
      contractOrRefuse(state, contract);
      const around = { today, unusualFigures: 'need a reason', soFar: await this.soFar(context.authority) } as const;
      return {
        events: decideReportDelivery(state, { ...input, reference }, around),
        references: [claimOfReference(state, reference)],
        answer: { id: reference },
      };
    });
  }

  /** Totals that cannot be read at the moment hold up no report: the question is then not asked. */
  private async soFar(authority: string): Promise<ReportedSoFar | undefined> {
    return this.reported?.soFar(authority).catch(() => undefined);
  }
}
