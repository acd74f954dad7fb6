import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Random } from '../../../support/generate-events/random.js';
import { sized } from '../../scenario.js';
import type { Progress } from './progress.js';
import type { WeakLine } from './weak-line.js';

/** What befalls those who write and read. */
export interface Mischief {
  readonly writersLine: WeakLine;
  readonly readersLine: WeakLine;
  /** The database's own address, of its owner. */
  readonly migrationUrl: string;
  readonly authorities: readonly string[];
  readonly progress: Progress;
  readonly random: Random;
  readonly count: (what: string, by?: number) => void;
}

/** Does one bad thing after the other, until it is told to stop. */
export async function makeMischief({ writersLine, readersLine, migrationUrl, authorities, progress, random, count }: Mischief): Promise<void> {
  const owner = new pg.Client({ connectionString: migrationUrl });
  await owner.connect();
  const inTransaction = async (statement: string, values: readonly unknown[]): Promise<void> => {
    await owner.query('begin');
    await owner.query(statement, [...values]);
    await pause(random.between(10, 150));
    await owner.query('rollback');
  };
  const cutting = async (what: string, cut: Promise<boolean>): Promise<void> => {
    if (await cut) count(what);
  };
  try {
    while (!progress.over) {
      const line = random.chance(0.75) && !progress.starting ? writersLine : readersLine;
      await random.weighted<() => Promise<unknown> | void>([
        [4, () => cutting('cut before the answer', line.cutBeforeAnswer(200))],
        [2, () => cutting('cut in the request', line.cutInRequest(200))],
        [2, () => (count('cut'), line.cutOne(random))],
        // The server itself ends a connection.
        [1, () => owner.query(endOneThatAppends).then(({ rowCount }) => count('ended by the server', rowCount!))],
        // A transaction that hangs, with one head or with all of them.
        [2, () => (count('heads held'), inTransaction(holdHeads, [[random.pick(authorities)]]))],
        [1, () => (count('all heads held'), inTransaction(holdHeads, [authorities]))],
      ])();
      await progress.more(random.between(1, sized({ small: 12, full: 80 })));
    }
  } finally {
    await owner.end();
  }
}

const holdHeads = 'select from ledger.head where authority = any ($1) order by authority for update';
const endOneThatAppends = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = 'svl_app' and query like '%ledger.append%' limit 1`;
