import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { ContractCommands } from '../contract-commands.js';
import { type AgreeReportingSchedule, decideReportingSchedule } from './agree-reporting-schedule.decision.js';

export class AgreeReportingScheduleCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AgreeReportingSchedule,
  ) {
    super();
  }
}

@CommandHandler(AgreeReportingScheduleCommand)
export class AgreeReportingScheduleHandler implements ICommandHandler<AgreeReportingScheduleCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AgreeReportingScheduleCommand): Promise<CommandAnswer> {
    return this.contracts.onContract(context, input.contract, (state, around) => ({
      events: decideReportingSchedule(state, input, around),
      answer: { id: input.contract },
    }));
  }
}
