import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { openAuthority } from './open-authority.decision.js';
import { OpenAuthorityCommand } from './open-authority.handler.js';

export const openAuthorityRoute = command({
  path: '/api/authorities',
  tag: 'Authorities',
  summary: 'Open the ledger of an authority',
  description: 'The first entry of the ledger says whose it is. An authority that is open already is a conflict.',
  params: z.strictObject({}),
  body: openAuthority,
});

@Controller()
export class OpenAuthorityApi {
  constructor(private readonly commands: CommandBus) {}

  @Serves(openAuthorityRoute)
  open({ body, ...sender }: Asked<typeof openAuthorityRoute>) {
    return this.commands.execute(new OpenAuthorityCommand(sender, body));
  }
}
