import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { answerQuery } from './answer-query.decision.js';
import { AnswerQueryCommand } from './answer-query.handler.js';

export const answerQueryRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/answers',
  tag: 'Delivery reports',
  summary: 'Answer the question about a delivery report',
  description: 'The report then waits for review again.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: answerQuery.omit({ report: true, answeredBy: true }),
});

@Controller()
export class AnswerQueryApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(answerQueryRoute)
  async answer({ params, body, ...sender }: Asked<typeof answerQueryRoute>) {
    const report = params.id;
    const context = await this.contexts.of(sender, params.code, 'answer-query', { report, ...body });
    return this.commands.execute(new AnswerQueryCommand(context, { ...body, report, answeredBy: context.actor }));
  }
}
