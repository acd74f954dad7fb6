import { z } from 'zod';
import type { JobStatus } from '#engine/jobs/jobs.js';
import type { PastImport } from '../past-imports/past-imports.js';

export const importId = z.string().describe('What the import is known by: GET imports/{id}.');

export const underWay = z
  .strictObject({
    id: importId,
    state: z.enum(['under way', 'failed']).describe('Whether it still runs.'),
    progress: z.strictObject({ done: z.int().describe('So many …'), of: z.int().describe('… of so many.') }).nullable().describe('So many of so many rows or entries; null before it has begun.'),
    failure: z.string().nullable().describe('Why it broke off, in words; null while it is under way.'),
  })
  .meta({ id: 'ImportUnderWay', description: 'An import that has no answer yet, or broke off.' });

const NEVER_BEGUN = 'The server ended before it was begun. Send it again; the same Idempotency-Key will do.';

/**
 * How an import without an answer stands. Where a server was killed, nobody may have noted that it ended: what is known of
 * its job tells.
 */
export function underWayOf({ id, endedAt, failure }: Pick<PastImport, 'id' | 'endedAt' | 'failure'>, job: Pick<JobStatus, 'progress' | 'failure'> | undefined): z.infer<typeof underWay> {
  const progress = job?.progress ? { done: job.progress.done, of: job.progress.total } : null;
  const broken = endedAt ? failure : job ? job.failure : NEVER_BEGUN;
  return { id, state: broken === null ? 'under way' : 'failed', progress, failure: broken };
}
