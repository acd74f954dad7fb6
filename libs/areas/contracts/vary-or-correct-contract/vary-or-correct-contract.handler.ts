import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnownProviders } from '#areas/providers/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { ContractCommands } from '../contract-commands.js';
import { decideContractChange, type VaryOrCorrectContract } from './vary-or-correct-contract.decision.js';

export class VaryOrCorrectContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: VaryOrCorrectContract,
  ) {
    super();
  }
}

@CommandHandler(VaryOrCorrectContractCommand)
export class VaryOrCorrectContractHandler implements ICommandHandler<VaryOrCorrectContractCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly providers: KnownProviders,
  ) {}

  async execute({ context, input }: VaryOrCorrectContractCommand): Promise<CommandAnswer> {
    const isProvider = await this.providers.among(context.authority, [input.lead ?? null]);
    return this.contracts.onContract(context, input.contract, (state, { today }) => ({
      events: decideContractChange(state, input, { today, isProvider }),
      answer: { id: input.contract },
    }));
  }
}
