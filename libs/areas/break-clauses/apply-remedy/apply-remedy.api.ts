import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { applyRemedy } from './apply-remedy.decision.js';
import { ApplyRemedyCommand } from './apply-remedy.handler.js';

export const applyRemedyRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/remedies',
  tag: 'Break clauses',
  summary: 'Record a remedy short of ending the contract',
  description: 'A credit, a withheld payment, substitute delivery, damages or a settlement.',
  params: caseParams,
  body: applyRemedy.omit({ clause: true, case: true }),
});

@Controller()
export class ApplyRemedyApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(applyRemedyRoute)
  async apply({ params, body, ...sender }: Asked<typeof applyRemedyRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'apply-remedy', { ...which, ...body });
    return this.commands.execute(new ApplyRemedyCommand(context, { ...which, ...body }));
  }
}
