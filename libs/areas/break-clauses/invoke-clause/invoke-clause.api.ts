import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { invokeClause } from './invoke-clause.decision.js';
import { InvokeClauseCommand } from './invoke-clause.handler.js';

export const invokeClauseRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/invocations',
  tag: 'Break clauses',
  summary: 'Invoke a break clause',
  description: 'By somebody else than who confirmed the case, once the time to put the breach right has run out. It ends nothing by itself.',
  params: caseParams,
  body: invokeClause.omit({ clause: true, case: true, invokedBy: true }),
});

@Controller()
export class InvokeClauseApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(invokeClauseRoute)
  async invoke({ params, body, ...sender }: Asked<typeof invokeClauseRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'invoke-clause', { ...which, ...body });
    return this.commands.execute(new InvokeClauseCommand(context, { ...which, ...body, invokedBy: context.actor }));
  }
}
