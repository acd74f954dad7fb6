import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { setSelfReviewPolicy } from './set-self-review-policy.decision.js';
import { SetSelfReviewPolicyCommand } from './set-self-review-policy.handler.js';

export const setSelfReviewPolicyRoute = command({
  path: '/api/authorities/:code/policies/self-review',
  tag: 'Authorities',
  summary: 'Say whether people may review what they entered themselves',
  params: z.strictObject({ code: authorityCode }),
  body: setSelfReviewPolicy,
});

@Controller()
export class SetSelfReviewPolicyApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(setSelfReviewPolicyRoute)
  async set({ params, body, ...sender }: Asked<typeof setSelfReviewPolicyRoute>) {
    const context = await this.contexts.of(sender, params.code, 'set-self-review-policy', body);
    return this.commands.execute(new SetSelfReviewPolicyCommand(context, body));
  }
}
