import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandContexts } from '#areas/directory/index.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { caseParams } from '../case-params.js';
import { serveNotice } from './serve-notice.decision.js';
import { ServeNoticeCommand } from './serve-notice.handler.js';

export const serveNoticeRoute = command({
  path: '/api/authorities/:code/break-clauses/:id/cases/:case/notices',
  tag: 'Break clauses',
  summary: 'Record that notice of a breach was sent',
  description: 'The time to put the breach right runs from the day on which the notice counts as served.',
  params: caseParams,
  body: serveNotice.omit({ clause: true, case: true }),
});

@Controller()
export class ServeNoticeApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(serveNoticeRoute)
  async serve({ params, body, ...sender }: Asked<typeof serveNoticeRoute>) {
    const which = { clause: params.id, case: params.case };
    const context = await this.contexts.of(sender, params.code, 'serve-notice', { ...which, ...body });
    return this.commands.execute(new ServeNoticeCommand(context, { ...which, ...body }));
  }
}
