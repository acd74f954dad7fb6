import type { JobStatus } from '#engine/jobs/jobs.js';
import type { ImportStanding } from '../past-imports/past-imports.js';
import { underWayOf } from '../request-import/import-under-way.js';
import { CONFIRM_WITHIN_MS } from '../request-import/uploads.js';
import type { UploadedWorkbook } from './uploaded-workbooks.js';

export type UploadState = 'being checked' | 'ready to confirm' | 'going in' | 'in' | 'in, in part' | 'nothing new' | 'refused' | 'expired' | 'broken off';

/** An uploaded workbook, and how it stands. */
export interface StatedUpload {
  readonly uploaded: UploadedWorkbook;
  readonly state: UploadState;
  /** Whether what is told is what the import itself came to, and not what its check said. */
  readonly confirmed: boolean;
  /** Of its import, or before that of its check. */
  readonly answer: ImportStanding['answer'];
  /** So many of so many; null before it has begun, and when it has ended. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Why it broke off, in words. */
  readonly failure: string | null;
}

/** An import of an upload: what stands of it, and its job while that is remembered. */
export interface UploadImport {
  readonly standing: ImportStanding;
  readonly job: Pick<JobStatus, 'progress' | 'failure'> | undefined;
}

/** How an upload stands, by its check and by the import that was confirmed, at an instant. */
export function stateOf(uploaded: UploadedWorkbook, check: UploadImport | undefined, asked: UploadImport | undefined, now: string): StatedUpload {
  // a server that was killed before it could ask for the job leaves an import to be confirmed again
  const begun = asked && (asked.standing.endedAt !== null || asked.job !== undefined) ? asked : undefined;
  const current = begun ?? check;
  const told = { uploaded, confirmed: begun !== undefined, answer: current?.standing.answer ?? null, progress: null, failure: null };
  if (!current) return { ...told, state: 'broken off' };
  const { standing, job } = current;
  if (!standing.answer) {
    const { failure, progress } = underWayOf(standing, job);
    return failure === null ? { ...told, progress, state: begun ? 'going in' : 'being checked' } : { ...told, failure, state: 'broken off' };
  }
  const ready = expiryOf(uploaded) > now ? 'ready to confirm' : 'expired';
  const states = { accepted: begun ? 'in' : ready, 'accepted in part': begun ? 'in, in part' : ready, rejected: 'refused', unchanged: 'nothing new' } as const;
  return { ...told, state: states[standing.answer.status] };
}

/** Until when an upload can be confirmed. */
export function expiryOf({ uploadedAt }: UploadedWorkbook): string {
  return new Date(Date.parse(uploadedAt) + CONFIRM_WITHIN_MS).toISOString();
}
