import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnownProviders } from '#areas/providers/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { contractClaim } from '../contract-claim.js';
import { ContractCommands } from '../contract-commands.js';
import { decideRegisterContract, type RegisterContract } from './register-contract.decision.js';

export class RegisterContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: RegisterContract,
  ) {
    super();
  }
}

@CommandHandler(RegisterContractCommand)
export class RegisterContractHandler implements ICommandHandler<RegisterContractCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly providers: KnownProviders,
  ) {}

  async execute({ context, input }: RegisterContractCommand): Promise<CommandAnswer> {
    const isProvider = await this.providers.among(context.authority, [input.lead]);
    return this.contracts.onContract(context, input.reference, (state, { today }) => ({
      events: decideRegisterContract(state, input, { today, isProvider }),
      references: [contractClaim(input.reference)],
      answer: { id: input.reference },
    }));
  }
}
