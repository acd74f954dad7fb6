import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { withdrawCommitment } from './withdraw-commitment.decision.js';
import { WithdrawCommitmentCommand } from './withdraw-commitment.handler.js';

export const withdrawCommitmentRoute = command({
  path: '/api/authorities/:code/commitments/:id/withdrawals',
  tag: 'Commitments',
  summary: 'Withdraw a commitment',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: withdrawCommitment.omit({ commitment: true }),
});

@Controller()
export class WithdrawCommitmentApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(withdrawCommitmentRoute)
  async withdraw({ params, body, ...sender }: Asked<typeof withdrawCommitmentRoute>) {
    const input = { ...body, commitment: params.id };
    const context = await this.contexts.of(sender, params.code, 'withdraw-commitment', input);
    return this.commands.execute(new WithdrawCommitmentCommand(context, input));
  }
}
