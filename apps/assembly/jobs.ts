import type { INestApplicationContext } from '@nestjs/common';
import { doUpkeep } from '#areas/upkeep/index.js';
import { DoImport, importJob } from '#areas/workbook/index.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import type { Parts } from './parts.js';

/** Begins to do every kind of job, with what the application is made of. */
export async function doJobs(jobs: Jobs, app: INestApplicationContext, { ledger, engine }: Parts): Promise<void> {
  const imports = app.get(DoImport);
  await imports.clearAbandoned(jobs);
  await jobs.handle(importJob, (run) => imports.run(run));
  await doUpkeep(jobs, ledger, engine);
}
