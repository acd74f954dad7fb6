import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { claimBody, claimed, reportReferenceFor } from '#areas/delivery/index.js';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { submitReturn } from './submit-return.decision.js';
import { SubmitReturnCommand } from './submit-return.handler.js';

export const submitReturnRoute = command({
  path: '/api/authorities/:code/contracts/:id/returns',
  tag: 'Returns',
  summary: 'Submit a return',
  description: 'A member’s statement that this is all for the contract and period. A nil return is one confirmation and clears no shortfall.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: submitReturn.omit({ submittedBy: true, statements: true }).extend({
    deliveries: z
      .array(claimBody.extend({ commitment: field.reference.describe('The commitment that was delivered on.') }))
      .max(500)
      .default([])
      .describe('Deliveries of the period that are not logged yet; they are recorded with the return.'),
    onlyThisContractAndPeriod: z.literal(true).describe('The statement that all of it belongs to this contract and this period, and to no other.'),
    belongsToCommitments: z
      .literal(true)
      .describe('The statement that all of it belongs to a commitment of this contract, or is named as delivered beyond the contract.'),
  }),
});

@Controller()
export class SubmitReturnApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(submitReturnRoute)
  async submit({ params, body, ...sender }: Asked<typeof submitReturnRoute>) {
    const contract = params.id;
    const context = await this.contexts.of(sender, params.code, 'submit-return', { contract, ...body });
    const { onlyThisContractAndPeriod: _only, belongsToCommitments: _belongs, ...stated } = body;
    const deliveries = body.deliveries.map((one, at) => {
      const reference = one.reference ?? reportReferenceFor(params.code, `${context.commandId}\n${at}`);
      return { ...claimed(one, context.actor), reference };
    });
    return this.commands.execute(new SubmitReturnCommand(context, contract, { ...stated, deliveries, statements: true, submittedBy: context.actor }));
  }
}
