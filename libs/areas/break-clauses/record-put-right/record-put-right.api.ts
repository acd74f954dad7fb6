import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { recordPutRight } from './record-put-right.decision.js';
import { RecordPutRightCommand } from './record-put-right.handler.js';

export const recordPutRightRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/put-rights',
  tag: 'Break clauses',
  summary: 'Record that a breach was put right',
  description: 'And that the authority accepts it.',
  params: caseParams,
  body: recordPutRight.omit({ clause: true, case: true }),
});

@Controller()
export class RecordPutRightApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(recordPutRightRoute)
  async record({ params, body, ...sender }: Asked<typeof recordPutRightRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'record-put-right', { ...which, ...body });
    return this.commands.execute(new RecordPutRightCommand(context, { ...which, ...body }));
  }
}
