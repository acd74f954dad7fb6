import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { makeCommitment } from './make-commitment.decision.js';
import { MakeCommitmentCommand } from './make-commitment.handler.js';

export const makeCommitmentRoute = command({
  path: '/api/authorities/:code/contracts/:id/commitments',
  tag: 'Commitments',
  summary: 'Make a commitment of a contract, with its targets',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: makeCommitment
    .omit({ contract: true, commitment: true })
    .extend({ reference: field.reference.nullable().default(null).describe('Chosen by people, unique in the authority; null: one is made.') }),
});

@Controller()
export class MakeCommitmentApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(makeCommitmentRoute)
  async make({ params, body, ...sender }: Asked<typeof makeCommitmentRoute>) {
    const { reference: commitment, ...said } = body;
    const input = { ...said, commitment, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'make-commitment', input);
    return this.commands.execute(new MakeCommitmentCommand(context, input));
  }
}
