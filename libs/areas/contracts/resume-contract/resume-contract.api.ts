import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { resumeContract } from './resume-contract.decision.js';
import { ResumeContractCommand } from './resume-contract.handler.js';

export const resumeContractRoute = command({
  path: '/api/authorities/:code/contracts/:id/resumptions',
  tag: 'Contracts',
  summary: 'Resume a suspended contract',
  description: 'Every clock goes on from there.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: resumeContract.omit({ contract: true }),
});

@Controller()
export class ResumeContractApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(resumeContractRoute)
  async resume({ params, body, ...sender }: Asked<typeof resumeContractRoute>) {
    const input = { ...body, contract: params.id };
    const context = await this.contexts.of(sender, params.code, 'resume-contract', input);
    return this.commands.execute(new ResumeContractCommand(context, input));
  }
}
