import { jobKind } from '#engine/jobs/jobs.js';
import type { LedgerVerification } from '#engine/ledger/ledger.js';

/** Recomputing every hash of a ledger, off the thread that serves. */
export const verifyJob = jobKind<{ readonly authority: string }, LedgerVerification>('verify');
