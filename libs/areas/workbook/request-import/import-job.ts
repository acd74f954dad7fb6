import { jobKind } from '#engine/jobs/jobs.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';

/** An import to be done off the thread that serves; its answer stands among the past imports. */
export interface ImportJobData {
  readonly authority: string;
  readonly id: string;
  /** The upload on a page that it reads; without it, files of its own, which go when it has ended. */
  readonly upload?: string;
  /** The opaque id of the person who asked. */
  readonly actor: string;
  readonly commandId: string;
  readonly createAuthority: string | null;
  readonly check: boolean;
  readonly allOrNothing: boolean;
  readonly reason: string | null;
  readonly kind: 'variation' | 'entry-error' | null;
}

export interface ImportJobResult {
  readonly id: string;
  /** With what was typed of people, for whoever mends the file; null where it broke off. Forgotten with the job, after a day. */
  readonly answer: ImportAnswer | null;
}

export const importJob = jobKind<ImportJobData, ImportJobResult>('import');
