import type { Jobs } from '#engine/jobs/jobs.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import type { Engine } from '#engine/projections/engine.js';
import { rebuildJob } from './rebuild-read-model/rebuild-job.js';
import { verifyJob } from './verify-ledger/verify-job.js';

/** Begins to do the jobs of upkeep. */
export async function doUpkeep(jobs: Jobs, ledger: Ledger, engine: Engine): Promise<void> {
  await jobs.handle(verifyJob, ({ data, progress, signal }) =>
    ledger.verify(data.authority, (done, of) => {
      signal.throwIfAborted();
      progress(done, of);
    }),
  );
  await jobs.handle(rebuildJob, ({ data, progress, signal }) => engine.rebuild(data.projection, progress, signal));
}
