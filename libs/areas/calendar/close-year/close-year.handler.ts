import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '#engine/commands/executor.js';
import { type CloseYear, decideCloseYear } from './close-year.decision.js';

export class CloseYearCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: CloseYear,
  ) {
    super();
  }
}

@CommandHandler(CloseYearCommand)
export class CloseYearHandler implements ICommandHandler<CloseYearCommand> {
  constructor(
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ context, input }: CloseYearCommand): Promise<CommandAnswer> {
    return this.executor.execute(context, CALENDAR_STREAM, calendarEvolution, (state) => ({
      events: decideCloseYear(state, input, { today: dateIn(this.clock.now()) }),
      answer: { id: input.year },
    }));
  }
}
