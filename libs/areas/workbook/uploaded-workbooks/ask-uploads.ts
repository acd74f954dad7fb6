import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain/kernel/clock.js';
import { refuse } from '#domain/kernel/refusal.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import type { ImportStanding, PastImports } from '../past-imports/past-imports.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import { importJob } from '../request-import/import-job.js';
import { type StatedUpload, stateOf, type UploadImport } from './upload-state.js';
import { UPLOADED_WORKBOOKS } from './uploaded-workbooks.token.js';
import { checkOf, type UploadedWorkbook, type UploadedWorkbooks } from './uploaded-workbooks.js';

/** Asks how uploaded workbooks stand. */
@Injectable()
export class AskUploads {
  constructor(
    @Inject(UPLOADED_WORKBOOKS) private readonly workbooks: UploadedWorkbooks,
    @Inject(PAST_IMPORTS) private readonly imports: PastImports,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal (`not found`) */
  async one(authority: string, id: string): Promise<StatedUpload> {
    const uploaded = await this.workbooks.find(authority, id);
    if (!uploaded) return refuse('upload', id, 'must be an upload to this authority', 'Look for it among the imports of the authority.', 'not found');
    const [stated] = await this.stated(authority, [uploaded]);
    return stated!;
  }

  /** The latest first, of those uploaded before the one named. */
  async list(authority: string, limit: number, before?: { readonly uploadedAt: string; readonly id: string }): Promise<readonly StatedUpload[]> {
    return this.stated(authority, await this.workbooks.list(authority, limit, before));
  }

  private async stated(authority: string, uploads: readonly UploadedWorkbook[]): Promise<readonly StatedUpload[]> {
    const standings = await this.imports.standings(authority, uploads.flatMap(({ id }) => [id, checkOf(id)]));
    const now = this.clock.now();
    return Promise.all(
      uploads.map(async (uploaded) => {
        const [check, asked] = await Promise.all([checkOf(uploaded.id), uploaded.id].map((id) => this.withJob(standings.get(id))));
        return stateOf(uploaded, check, asked, now);
      }),
    );
  }

  /** Jobs are asked about only where an import has not ended. */
  private async withJob(standing: ImportStanding | undefined): Promise<UploadImport | undefined> {
    if (!standing) return undefined;
    return { standing, job: standing.endedAt === null ? await this.jobs.status(importJob, standing.id) : undefined };
  }
}
