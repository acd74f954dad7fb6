import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { providerEvolution, providerStream } from '#domain/authority/provider.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '#engine/commands/executor.js';
import { decideProviderChange, type VaryOrCorrectProvider } from './vary-or-correct-provider.decision.js';

export class VaryOrCorrectProviderCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: VaryOrCorrectProvider,
  ) {
    super();
  }
}

@CommandHandler(VaryOrCorrectProviderCommand)
export class VaryOrCorrectProviderHandler implements ICommandHandler<VaryOrCorrectProviderCommand> {
  constructor(
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ context, input }: VaryOrCorrectProviderCommand): Promise<CommandAnswer> {
    return this.executor.execute(context, providerStream(input.provider), providerEvolution, (state) => ({
      events: decideProviderChange(state, input, { today: dateIn(this.clock.now()) }),
      answer: { id: input.provider },
    }));
  }
}
