import type { INestApplicationContext } from '@nestjs/common';
import type { Jobs } from '#engine/jobs/jobs.js';
import type { Parts } from './parts.js';

/** Begins to do every kind of job. */
export async function doJobs(_jobs: Jobs, _app: INestApplicationContext, _parts: Parts): Promise<void> {}
