import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { agreeBreakClause } from './agree-break-clause.decision.js';
import { AgreeBreakClauseCommand } from './agree-break-clause.handler.js';

export const agreeBreakClauseRoute = command({
  path: '/api/authorities/:code/contracts/:id/break-clauses',
  tag: 'Break clauses',
  summary: 'Record a break clause',
  description: 'As the contract states it.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: agreeBreakClause,
});

@Controller()
export class AgreeBreakClauseApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(agreeBreakClauseRoute)
  async agree({ params, body, ...sender }: Asked<typeof agreeBreakClauseRoute>) {
    const contract = params.id;
    const context = await this.contexts.of(sender, params.code, 'agree-break-clause', { contract, ...body });
    return this.commands.execute(new AgreeBreakClauseCommand(context, contract, body));
  }
}
