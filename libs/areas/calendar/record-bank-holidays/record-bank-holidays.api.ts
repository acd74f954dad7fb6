import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { recordBankHolidays } from './record-bank-holidays.decision.js';
import { RecordBankHolidaysCommand } from './record-bank-holidays.handler.js';

export const recordBankHolidaysRoute = command({
  path: '/api/authorities/:code/bank-holidays',
  tag: 'Calendar',
  summary: 'Record the bank holidays of a span of days',
  description: 'For one jurisdiction; what was known of the span before is replaced. Every date that is counted in working days follows.',
  params: z.strictObject({ code: authorityCode }),
  body: recordBankHolidays,
});

@Controller()
export class RecordBankHolidaysApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(recordBankHolidaysRoute)
  async record({ params, body, ...sender }: Asked<typeof recordBankHolidaysRoute>) {
    const context = await this.contexts.of(sender, params.code, 'record-bank-holidays', body);
    return this.commands.execute(new RecordBankHolidaysCommand(context, body));
  }
}
