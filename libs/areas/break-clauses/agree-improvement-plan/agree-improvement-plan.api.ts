import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { agreeImprovementPlan } from './agree-improvement-plan.decision.js';
import { AgreeImprovementPlanCommand } from './agree-improvement-plan.handler.js';

export const agreeImprovementPlanRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/improvement-plans',
  tag: 'Break clauses',
  summary: 'Agree an improvement plan',
  description: 'It does not move the day by which the breach must be put right.',
  params: caseParams,
  body: agreeImprovementPlan.omit({ clause: true, case: true }),
});

@Controller()
export class AgreeImprovementPlanApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(agreeImprovementPlanRoute)
  async agree({ params, body, ...sender }: Asked<typeof agreeImprovementPlanRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'agree-improvement-plan', { ...which, ...body });
    return this.commands.execute(new AgreeImprovementPlanCommand(context, { ...which, ...body }));
  }
}
