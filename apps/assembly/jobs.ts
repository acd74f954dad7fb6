import type { INestApplicationContext } from '@nestjs/common';
import { doUpkeep } from '#areas/upkeep/index.js';
import { DoImport, importJob } from '#areas/workbook/index.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import type { Parts } from './parts.js';

/** How often files that wait for nobody are looked for, after a start. */
const TIDY_EVERY_MS = 60 * 60 * 1000;

/** Begins to do every kind of job, with what the application is made of. */
export async function doJobs(jobs: Jobs, app: INestApplicationContext, { ledger, engine }: Parts): Promise<void> {
  const imports = app.get(DoImport);
  await imports.clearAbandoned(jobs);
  // what cannot be removed now is tried again in an hour
  setInterval(() => void imports.clearAbandoned(jobs).catch(() => undefined), TIDY_EVERY_MS).unref();
  await jobs.handle(importJob, (run) => imports.run(run));
  await doUpkeep(jobs, ledger, engine);
}
