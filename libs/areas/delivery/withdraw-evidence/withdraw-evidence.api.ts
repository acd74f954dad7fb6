import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { withdrawEvidence } from './withdraw-evidence.decision.js';
import { WithdrawEvidenceCommand } from './withdraw-evidence.handler.js';

export const withdrawEvidenceRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/evidence-withdrawals',
  tag: 'Delivery reports',
  summary: 'Withdraw a piece of evidence',
  description: 'The file stays, as does what was decided on it.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: withdrawEvidence.omit({ report: true }),
});

@Controller()
export class WithdrawEvidenceApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(withdrawEvidenceRoute)
  async withdraw({ params, body, ...sender }: Asked<typeof withdrawEvidenceRoute>) {
    const input = { ...body, report: params.id };
    const context = await this.contexts.of(sender, params.code, 'withdraw-evidence', input);
    return this.commands.execute(new WithdrawEvidenceCommand(context, input));
  }
}
