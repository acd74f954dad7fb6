import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { confirmCondition } from './confirm-condition.decision.js';
import { ConfirmConditionCommand } from './confirm-condition.handler.js';

export const confirmConditionRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/confirmations',
  tag: 'Break clauses',
  summary: 'Confirm that a condition was met',
  description: 'The person who sends it is on record as the one who confirmed it; somebody else may invoke the clause later.',
  params: caseParams,
  body: confirmCondition.omit({ clause: true, case: true, confirmedBy: true }),
});

@Controller()
export class ConfirmConditionApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(confirmConditionRoute)
  async confirm({ params, body, ...sender }: Asked<typeof confirmConditionRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'confirm-condition', { ...which, ...body });
    return this.commands.execute(new ConfirmConditionCommand(context, { ...which, ...body, confirmedBy: context.actor }));
  }
}
