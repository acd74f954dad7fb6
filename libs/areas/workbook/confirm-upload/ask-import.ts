import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import { canonicalJson } from '#engine/ledger/canonical-json.js';
import type { PastImports } from '../past-imports/past-imports.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import { importJob } from '../request-import/import-job.js';
import type { UploadOptions } from '../uploaded-workbooks/upload-options.js';
import { checkOf, type UploadedWorkbook } from '../uploaded-workbooks/uploaded-workbooks.js';

/** Asks for the import of an upload, or for its check; asked again, it is the same one. */
@Injectable()
export class AskImport {
  constructor(
    @Inject(PAST_IMPORTS) private readonly imports: PastImports,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async ask(authority: string, { id: upload, actor }: UploadedWorkbook, options: UploadOptions, check: boolean): Promise<void> {
    const id = check ? checkOf(upload) : upload;
    const asked = { authority, actor, upload, check, ...options };
    const request = createHash('sha256').update(canonicalJson(asked, 'body')).digest('hex');
    await this.imports.ask(authority, { id, request, actor, askedAt: this.clock.now() });
    await this.jobs.enqueue(importJob, id, { ...asked, id, commandId: id, createAuthority: null });
  }
}
