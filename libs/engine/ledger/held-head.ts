import pg from 'pg';
import { Refusal } from '#domain/kernel/refusal.js';

/** Whether the server gave up waiting for a lock, so that the head may be asked for again. */
export function isHeldLock(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}

/** What is said when a head has been held by something else for longer than anybody should wait. */
export function heldTooLong(authority: string): Refusal {
  return new Refusal(
    [
      {
        field: 'authority',
        value: authority,
        rule: 'has a ledger that something else has kept locked for too long',
        fix: 'Nothing was recorded. Try again; if it lasts, look for a transaction left open in the database.',
      },
    ],
    'conflict',
  );
}
