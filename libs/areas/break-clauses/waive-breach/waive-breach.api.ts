import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { waiveBreach } from './waive-breach.decision.js';
import { WaiveBreachCommand } from './waive-breach.handler.js';

export const waiveBreachRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/waivers',
  tag: 'Break clauses',
  summary: 'Waive a breach in words',
  description: 'Rights that nobody gave up in words stay reserved.',
  params: caseParams,
  body: waiveBreach.omit({ clause: true, case: true }),
});

@Controller()
export class WaiveBreachApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(waiveBreachRoute)
  async waive({ params, body, ...sender }: Asked<typeof waiveBreachRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'waive-breach', { ...which, ...body });
    return this.commands.execute(new WaiveBreachCommand(context, { ...which, ...body }));
  }
}
