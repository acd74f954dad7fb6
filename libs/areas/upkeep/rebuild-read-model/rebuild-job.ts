import { jobKind } from '#engine/jobs/jobs.js';

/** Folding a read model anew, for all authorities. */
export const rebuildJob = jobKind<{ readonly projection: string }, { readonly authorities: number; readonly events: number }>('rebuild');
