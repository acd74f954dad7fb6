import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { providerEvolution, providerStream } from '#domain/authority/provider.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '#engine/commands/executor.js';
import { providerClaim } from '../provider-claim.js';
import { decideRegisterProvider, type RegisterProvider } from './register-provider.decision.js';

export class RegisterProviderCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: RegisterProvider,
  ) {
    super();
  }
}

@CommandHandler(RegisterProviderCommand)
export class RegisterProviderHandler implements ICommandHandler<RegisterProviderCommand> {
  constructor(
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ context, input }: RegisterProviderCommand): Promise<CommandAnswer> {
    return this.executor.execute(context, providerStream(input.reference), providerEvolution, (state) => ({
      events: decideRegisterProvider(state, input, { today: dateIn(this.clock.now()) }),
      references: [providerClaim(input.reference)],
      answer: { id: input.reference },
    }));
  }
}
