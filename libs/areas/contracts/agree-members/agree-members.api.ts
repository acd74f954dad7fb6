import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { agreeMembers } from './agree-members.decision.js';
import { AgreeMembersCommand } from './agree-members.handler.js';

export const agreeMembersRoute = command({
  path: '/api/authorities/:code/contracts/:id/members',
  tag: 'Contracts',
  summary: 'Agree the members of a contract and their shares',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: agreeMembers.omit({ contract: true }),
});

@Controller()
export class AgreeMembersApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(agreeMembersRoute)
  async agree({ params, body, ...sender }: Asked<typeof agreeMembersRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'agree-members', input);
    return this.commands.execute(new AgreeMembersCommand(context, input));
  }
}
