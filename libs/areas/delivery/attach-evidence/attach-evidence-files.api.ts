import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { CommandContexts } from '#areas/directory/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { EvidenceFiles } from '#engine/files/evidence-files.js';
import { EVIDENCE_FILES } from '#engine/files/evidence-files.token.js';
import { commandAnswer, upload } from '#surface/http/commands/command.js';
import { answer } from '#surface/http/routes/answer.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { sharedFile } from '../see-shared-evidence/see-shared-evidence.api.js';
import { SeeSharedEvidenceQuery } from '../see-shared-evidence/see-shared-evidence.query.js';
import { attachEvidence } from './attach-evidence.decision.js';
import { AttachEvidenceCommand } from './attach-evidence.handler.js';

const attached = commandAnswer
  .extend({ shared: z.array(sharedFile).describe('Files of this report that are behind another report of the contract too: its reviewer sees this.') })
  .meta({ id: 'EvidenceAttached', description: 'The files are kept and stand behind the report.' });

export const attachEvidenceFilesRoute = upload({
  path: '/api/authorities/:code/delivery-reports/:id/evidence-files',
  tag: 'Delivery reports',
  summary: 'Send files as evidence for a delivery report',
  description: 'Each file is kept under the SHA-256 of its content.',
  params: z.strictObject({ code: authorityCode, id: field.reference }),
  body: attachEvidence.omit({ report: true, evidence: true }).extend({ kind: field.name(60).describe('What the files are: payroll, invoices, sign-in sheet.') }),
  files: { parts: { file: { description: 'A file.', many: true } }, mostBytes: 25_000_000, mostFiles: 20 },
  answers: { 201: { description: 'They are recorded.', schema: attached } },
});

@Controller()
export class AttachEvidenceFilesApi {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly contexts: CommandContexts,
    @Inject(EVIDENCE_FILES) private readonly store: EvidenceFiles,
  ) {}

  /** A file whose command is then refused stays, under its hash, behind nothing. */
  @Serves(attachEvidenceFilesRoute)
  async attach({ params, body, files, ...sender }: Asked<typeof attachEvidenceFilesRoute>) {
    const { kind, evidencedQuantity, attachedOn } = body;
    if (files.length === 0) refuse('file', '', 'is needed', 'Send at least one file, as the part “file”.');
    await this.contexts.person(params.code, sender.actingAs);
    const evidence = [];
    for (const { fileName, bytes } of files) {
      const { sha256 } = await this.store.store(bytes);
      evidence.push({ kind, fileName: [...fileName].slice(0, 150).join('') || null, sha256 });
    }
    const input = { report: params.id, evidence, evidencedQuantity, attachedOn };
    const context = await this.contexts.of(sender, params.code, 'attach-evidence', input);
    const recorded = await this.commands.execute(new AttachEvidenceCommand(context, input));
    return answer(201, { ...recorded, shared: [...(await this.queries.execute(new SeeSharedEvidenceQuery(params.code, params.id)))] });
  }
}
