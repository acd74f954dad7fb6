import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnownProviders } from '#areas/providers/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { ContractCommands } from '../contract-commands.js';
import { type AgreeMembers, decideAgreeMembers } from './agree-members.decision.js';

export class AgreeMembersCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AgreeMembers,
  ) {
    super();
  }
}

@CommandHandler(AgreeMembersCommand)
export class AgreeMembersHandler implements ICommandHandler<AgreeMembersCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly providers: KnownProviders,
  ) {}

  async execute({ context, input }: AgreeMembersCommand): Promise<CommandAnswer> {
    const isProvider = await this.providers.among(context.authority, input.members.map(({ provider }) => provider));
    return this.contracts.onContract(context, input.contract, (state, { today }) => ({
      events: decideAgreeMembers(state, input, { today, isProvider }),
      answer: { id: input.contract },
    }));
  }
}
