import { setTimeout as pause } from 'node:timers/promises';
import { scenario, type Run } from '../scenario.js';
import { type Book, byOldestTransaction, bySequence, type Entering, entering, ledgerBook } from './load/book.js';
import { type DeliveryFaults, deliveryFaults, NO_FAULTS } from './load/delivery.js';
import { type Delivered, Follower } from './load/follower.js';
import { type Place, placeForLedgers } from './load/place.js';

/**
 * The harness can fail: the follower and the check that acquit the ledger convict the two usual ways to follow a table,
 * each in an order of commits that brings its fault out every time.
 */
describe('two transactions that commit in the other order', () => {
  scenario('a reader by sequence loses the one that commits last', async (run) => {
    expect((await firstCommitsLast(run, bySequence)).lost).toEqual(['first#0']);
  });

  scenario('a reader behind the oldest transaction does not, there', async (run) => {
    expect((await firstCommitsLast(run, byOldestTransaction)).lost).toEqual([]);
  });

  scenario('a reader of the ledger does not', async (run) => {
    expect(await firstCommitsLast(run, ledgerBook)).toEqual(NO_FAULTS);
  });
});

describe('a transaction that began first and writes last', () => {
  scenario('a reader by sequence loses what was written before', async (run) => {
    expect((await firstWritesLast(run, bySequence)).lost).toEqual(['second#0']);
  });

  scenario('a reader behind the oldest transaction loses it too', async (run) => {
    expect((await firstWritesLast(run, byOldestTransaction)).lost).toEqual(['second#0']);
  });

  scenario('a reader of the ledger loses nothing', async (run) => {
    expect(await firstWritesLast(run, ledgerBook)).toEqual(NO_FAULTS);
  });
});

/** The first takes its place, the second takes its own and commits; a reader looks; then the first commits. */
const firstCommitsLast = (run: Run, book: Book): Promise<DeliveryFaults> =>
  played(run, book, async ({ first, second, reads, acknowledge, settledOrWaiting }) => {
    await first.enter('first');
    const entered = second.enter('second').then(() => acknowledge('second', second));
    await settledOrWaiting(entered);
    await reads();
    await acknowledge('first', first);
    await entered;
  });

/** The first has begun; the second writes; the first writes after it and commits; a reader looks; the second commits. */
const firstWritesLast = (run: Run, book: Book): Promise<DeliveryFaults> =>
  played(run, book, async ({ first, second, reads, acknowledge, settledOrWaiting }) => {
    await first.prepare();
    await second.enter('second');
    const entered = first.enter('first').then(() => acknowledge('first', first));
    const commits = await settledOrWaiting(entered);
    await reads(commits ? 1 : 0);
    await acknowledge('second', second);
    await entered;
  });

interface Stage {
  readonly first: Entering;
  readonly second: Entering;
  /** The reader reads all that it can see now; of what is committed, at least so much. */
  reads(atLeast?: number): Promise<void>;
  /** Commits, and then tells the sender. */
  acknowledge(note: string, transaction: Entering): Promise<void>;
  /** Waits until a step is done, or until it stands in the queue for a lock; answers whether it is done. */
  settledOrWaiting(step: Promise<unknown>): Promise<boolean>;
}

async function played(run: Run, book: Book, play: (stage: Stage) => Promise<void>): Promise<DeliveryFaults> {
  const place = await placeForLedgers();
  const [first, second] = [await entering(book, place.url), await entering(book, place.url)];
  try {
    await place.owner.query(book.make);
    const follower = new Follower(async (position, limit) => (await place.owner.query<Delivered>(book.read, [position, limit])).rows, run.random);
    const acknowledged: string[] = [];
    const reads = async (atLeast = 0): Promise<void> => {
      while ((await follower.step(10)) > 0 || follower.delivered.length < atLeast);
    };
    await play({
      first,
      second,
      reads,
      acknowledge: async (note, transaction) => {
        await transaction.commit();
        acknowledged.push(`${note}#0`);
        run.count('acknowledged');
      },
      settledOrWaiting: (step) => settledOrWaiting(place, step),
    });
    await everybodyElseIsDone(place);
    await reads();
    expect(acknowledged).toHaveLength(2);
    const faults = deliveryFaults(acknowledged, follower.delivered);
    run.count('delivered', follower.delivered.length);
    run.count('lost', faults.lost.length);
    return faults;
  } finally {
    await first.end();
    await second.end();
    await place.drop();
  }
}

async function settledOrWaiting(place: Place, step: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void step.finally(() => (settled = true)).catch(() => undefined);
  for (;;) {
    const { rowCount } = await place.owner.query(
      "select from pg_stat_activity where datname = current_database() and application_name = 'entering' and wait_event_type = 'Lock'",
    );
    if (settled || rowCount! > 0) return settled;
    await pause(5);
  }
}

/** Other tests have transactions on this server too, and a reader that waits for the oldest waits for theirs. */
async function everybodyElseIsDone({ owner }: Place): Promise<void> {
  const { rows } = await owner.query<{ mine: string }>('select pg_current_xact_id()::text as mine');
  for (;;) {
    const { rowCount } = await owner.query('select where pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8', [rows[0]!.mine]);
    if (rowCount! > 0) return;
    await pause(5);
  }
}
