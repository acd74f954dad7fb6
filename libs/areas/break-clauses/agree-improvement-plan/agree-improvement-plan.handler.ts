import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from '#areas/contracts/index.js';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { decideAgreeImprovementPlan, type AgreeImprovementPlan } from './agree-improvement-plan.decision.js';

export class AgreeImprovementPlanCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: AgreeImprovementPlan,
  ) {
    super();
  }
}

@CommandHandler(AgreeImprovementPlanCommand)
export class AgreeImprovementPlanHandler implements ICommandHandler<AgreeImprovementPlanCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ context, input }: AgreeImprovementPlanCommand): Promise<CommandAnswer> {
    return this.contracts.onBreakClause(context, input.clause, async (state, { today, bankHolidays }) => ({
      events: decideAgreeImprovementPlan(state, input, { today, bankHolidays: await bankHolidays() }),
      answer: { id: input.clause },
    }));
  }
}
