import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { agreeReportingSchedule } from './agree-reporting-schedule.decision.js';
import { AgreeReportingScheduleCommand } from './agree-reporting-schedule.handler.js';

export const agreeReportingScheduleRoute = command({
  path: '/api/authorities/:code/contracts/:id/reporting-schedules',
  tag: 'Contracts',
  summary: 'Agree how often a contract is reported on',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: agreeReportingSchedule.omit({ contract: true }),
});

@Controller()
export class AgreeReportingScheduleApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(agreeReportingScheduleRoute)
  async agree({ params, body, ...sender }: Asked<typeof agreeReportingScheduleRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'agree-reporting-schedule', input);
    return this.commands.execute(new AgreeReportingScheduleCommand(context, input));
  }
}
