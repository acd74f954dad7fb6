import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { setConditionAside } from './set-condition-aside.decision.js';
import { SetConditionAsideCommand } from './set-condition-aside.handler.js';

export const setConditionAsideRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/set-asides',
  tag: 'Break clauses',
  summary: 'Set a condition aside',
  description: 'Nothing follows from it; the record keeps that it was met and why it was set aside.',
  params: caseParams,
  body: setConditionAside.omit({ clause: true, case: true }),
});

@Controller()
export class SetConditionAsideApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(setConditionAsideRoute)
  async setAside({ params, body, ...sender }: Asked<typeof setConditionAsideRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'set-condition-aside', { ...which, ...body });
    return this.commands.execute(new SetConditionAsideCommand(context, { ...which, ...body }));
  }
}
