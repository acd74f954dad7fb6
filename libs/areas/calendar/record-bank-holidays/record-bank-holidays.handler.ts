import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '#engine/commands/executor.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { decideRecordBankHolidays, type RecordBankHolidays } from './record-bank-holidays.decision.js';

export class RecordBankHolidaysCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: RecordBankHolidays,
  ) {
    super();
  }
}

@CommandHandler(RecordBankHolidaysCommand)
export class RecordBankHolidaysHandler implements ICommandHandler<RecordBankHolidaysCommand> {
  constructor(
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ context, input }: RecordBankHolidaysCommand): Promise<CommandAnswer> {
    return this.executor.execute(context, CALENDAR_STREAM, calendarEvolution, (state) => ({
      events: decideRecordBankHolidays(state, input, { today: dateIn(this.clock.now()) }),
      answer: { id: input.jurisdiction },
    }));
  }
}
