import { jobKind } from '#engine/jobs/jobs.js';

/** An import to be done off the thread that serves; its answer stands among the past imports. */
export interface ImportJobData {
  readonly authority: string;
  readonly id: string;
  /** The opaque id of the person who asked. */
  readonly actor: string;
  readonly commandId: string;
  readonly createAuthority: string | null;
  readonly check: boolean;
  readonly allOrNothing: boolean;
  readonly reason: string | null;
  readonly kind: 'variation' | 'entry-error' | null;
}

export const importJob = jobKind<ImportJobData, { readonly id: string }>('import');
