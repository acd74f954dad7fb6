import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { commitmentChanges, type VaryOrCorrectCommitment } from './vary-or-correct-commitment.decision.js';
import { VaryOrCorrectCommitmentCommand } from './vary-or-correct-commitment.handler.js';

const params = z.strictObject({ code: authorityCode, id: field.reference });

export const varyCommitmentRoute = command({
  path: '/api/authorities/:code/commitments/:id/variations',
  tag: 'Commitments',
  summary: 'Vary a commitment: what was promised has changed',
  description: 'State what is different now.',
  params,
  body: commitmentChanges,
});

export const correctCommitmentRoute = command({
  path: '/api/authorities/:code/commitments/:id/corrections',
  tag: 'Commitments',
  summary: 'Correct a commitment, which was typed wrong',
  description: 'State what is to be different. What was recorded before stays readable, with who, when and why.',
  params,
  body: commitmentChanges,
});

type Change = Asked<typeof varyCommitmentRoute>;

@Controller()
export class VaryOrCorrectCommitmentApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(varyCommitmentRoute)
  vary(asked: Change) {
    return this.change(asked, 'variation');
  }

  @Serves(correctCommitmentRoute)
  correct(asked: Change) {
    return this.change(asked, 'entry error');
  }

  private async change({ params, body, ...sender }: Change, because: VaryOrCorrectCommitment['because']) {
    const input = { ...body, commitment: params.id, because };
    const context = await this.contexts.of(sender, params.code, 'vary-or-correct-commitment', input);
    return this.commands.execute(new VaryOrCorrectCommitmentCommand(context, input));
  }
}
