import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { bringForwardOpeningBalance } from './bring-forward-opening-balance.decision.js';
import { BringForwardOpeningBalanceCommand } from './bring-forward-opening-balance.handler.js';

export const bringForwardOpeningBalanceRoute = command({
  path: '/api/authorities/:code/commitments/:id/opening-balances',
  tag: 'Commitments',
  summary: 'Bring forward what was delivered before the ledger began',
  description: 'Counted as reported, and as validated only where a named officer attests it; always shown as brought forward.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: bringForwardOpeningBalance.omit({ commitment: true }).extend({
    attestedBy: field.name(200).nullable().default(null).describe('The officer who attests it: an email address or a reference; null: nobody does.'),
  }),
});

@Controller()
export class BringForwardOpeningBalanceApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(bringForwardOpeningBalanceRoute)
  async bringForward({ params, body, ...sender }: Asked<typeof bringForwardOpeningBalanceRoute>) {
    const attestedBy = body.attestedBy === null ? null : await this.contexts.person(params.code, body.attestedBy);
    const input = { ...body, attestedBy, commitment: params.id };
    const context = await this.contexts.of(sender, params.code, 'bring-forward-opening-balance', input);
    return this.commands.execute(new BringForwardOpeningBalanceCommand(context, input));
  }
}
