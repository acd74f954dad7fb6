import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { command } from '#surface/http/commands/command.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { evidenceHeldElsewhere } from '../evidence-given.js';
import { attachEvidence } from './attach-evidence.decision.js';
import { AttachEvidenceCommand } from './attach-evidence.handler.js';

export const attachEvidenceRoute = command({
  path: '/api/authorities/:code/delivery-reports/:id/evidence',
  tag: 'Delivery reports',
  summary: 'Name evidence for a delivery report',
  description: 'Evidence that the authority holds elsewhere. Files are sent to evidence-files.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: attachEvidence.omit({ report: true }).extend({ evidence: z.array(evidenceHeldElsewhere).min(1).max(200).describe('What there is.') }),
});

@Controller()
export class AttachEvidenceApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly contexts: CommandContexts,
  ) {}

  @Serves(attachEvidenceRoute)
  async attach({ params, body, ...sender }: Asked<typeof attachEvidenceRoute>) {
    const evidence = body.evidence.map((held) => ({ ...held, sha256: null }));
    const input = { ...body, evidence, report: params.id };
    const context = await this.contexts.of(sender, params.code, 'attach-evidence', input);
    return this.commands.execute(new AttachEvidenceCommand(context, input));
  }
}
