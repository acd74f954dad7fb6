import type { INestApplicationContext } from '@nestjs/common';
import { DoImport, importJob } from '#areas/workbook/index.js';
import type { Jobs } from '#engine/jobs/jobs.js';

/** Begins to do every kind of job, with what the application is made of. */
export async function doJobs(jobs: Jobs, app: INestApplicationContext): Promise<void> {
  const imports = app.get(DoImport);
  await jobs.handle(importJob, (run) => imports.run(run));
}
