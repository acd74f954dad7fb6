import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Transaction } from '#engine/database/database.js';
import { retiredOf } from './postgres-versions.js';
import { olderReaders, tablesOfSchema } from './statements.js';

/** Readers may take so long before anything is held for them … */
const READERS_MAY_TAKE_MS = 30_000;
/** … and so long while flushes are held. */
const READERS_MAY_HOLD_MS = 3_000;
/** Less than PostgreSQL waits before it looks for a deadlock: we give way, not a reader. */
const LOCK_WITHIN_MS = 400;
export const ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 30_000;

/** Somebody reads, and must be let through first. */
class Occupied extends Error {}

/**
 * Puts a shadow in a live schema's place, without a reader seeing anything but the one or the other, whole.
 *
 * Three things could go wrong. A transaction that reads as of before the shadow's last rows were in would find its
 * tables by the old names, and not the rows: those that are under way are let through. One that has read from a table of
 * the live schema could read the next from the shadow, which may be further: for the moment of the exchange all tables
 * are locked, so that it ends first. And a flush to the live schema could be lost: flushes wait, and then find the
 * shadow's checkpoints. Where readers are in the way for long, all is let go, and tried again.
 *
 * @param lastEvents folds into the shadow what it still lacks; called in each attempt
 * @param signal aborted: the next attempt is not made
 * @throws {Error} somebody read for minutes
 */
export async function exchange(database: Database, live: string, shadow: string, lastEvents: () => Promise<void>, signal?: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await olderReadersGone(database, READERS_MAY_TAKE_MS, 0);
    try {
      return await database.as('svl_projector', async (tx) => {
        // nothing is asked here while the last events are folded elsewhere
        await tx.query(`set local idle_in_transaction_session_timeout = '5min'`);
        await tx.query(`lock table "${live}".checkpoint in exclusive mode`);
        await lastEvents();
        const [own] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
        if (!(await olderReadersGone(database, READERS_MAY_HOLD_MS, own!.pid))) throw new Occupied('a transaction that began before reads on');
        await lockAll(tx, live);
        await tx.query(`alter schema "${live}" rename to "${retiredOf(live)}"`);
        await nameShadow(tx, shadow, live);
      });
    } catch (failure) {
      if (!(failure instanceof Occupied) && !isLockTimeout(failure)) throw failure;
      if (attempt < ATTEMPTS) {
        await pause(pauseAfter(attempt), undefined, { signal });
        continue;
      }
      throw new Error(`${live} was built anew, but could not take over: ${(failure as Error).message}. What stood before still stands.`, { cause: failure });
    }
  }
}

/** Milliseconds before the next attempt: who was in the way once, may be for long. In all some eight minutes. */
export const pauseAfter = (attempt: number): number => Math.min(LONGEST_PAUSE_MS, 500 * 2 ** (attempt - 1));

/** From now on the shadow is what is read under the live name. */
export async function nameShadow(tx: Transaction, shadow: string, live: string): Promise<void> {
  await tx.query(`drop table "${shadow}".progress`);
  await tx.query(`alter schema "${shadow}" rename to "${live}"`);
}

/**
 * Waits until no transaction reads as of before this moment, but for flushes that wait for the connection `holding`;
 * answers whether that came about in time.
 */
async function olderReadersGone(database: Database, withinMs: number, holding: number): Promise<boolean> {
  const [now] = await database.query<{ now: string }>('select clock_timestamp()::text as now');
  const until = performance.now() + withinMs;
  for (;;) {
    const [row] = await database.query<{ readers: number }>(olderReaders, [now?.now, holding]);
    if (row?.readers === 0) return true;
    if (performance.now() > until) return false;
    await pause(20);
  }
}

async function lockAll(tx: Transaction, schema: string): Promise<void> {
  const tables = await tx.query<{ name: string }>(tablesOfSchema, [schema]);
  await tx.query(`set local lock_timeout = ${LOCK_WITHIN_MS}`);
  await tx.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`);
}

const isLockTimeout = (failure: unknown): boolean => failure instanceof Error && 'code' in failure && failure.code === '55P03';
