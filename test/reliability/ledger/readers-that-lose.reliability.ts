import { setTimeout as pause } from 'node:timers/promises';
import { scenario, sized, type Run } from '../scenario.js';
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

/** No order is staged here: many write at once, and the books alone say what a reader lost. */
describe('many writers at once', () => {
  scenario('a reader by sequence is convicted', async (run) => {
    expect(await lostInTheEnd(run, bySequence)).toBeGreaterThan(0);
  });

  scenario('a reader behind the oldest transaction is convicted', async (run) => {
    expect(await lostInTheEnd(run, byOldestTransaction)).toBeGreaterThan(0);
  });

  scenario('a reader of the ledger is acquitted', async (run) => {
    expect(await underWriters(run, ledgerBook)).toEqual(NO_FAULTS);
  });
});

/** Chance decides when a wrong reader loses: once in ten times at the latest. */
async function lostInTheEnd(run: Run, book: Book): Promise<number> {
  for (let times = 0; times < 10; times++) {
    const { lost } = await underWriters(run, book);
    if (lost.length > 0) return lost.length;
  }
  return 0;
}

/** Writers enter one note after the other, each in a transaction that dawdles; a reader follows meanwhile. */
async function underWriters(run: Run, book: Book): Promise<DeliveryFaults> {
  const { writers, notes } = sized({ small: { writers: 8, notes: 25 }, full: { writers: 24, notes: 200 } });
  const place = await placeForLedgers();
  try {
    await place.owner.query(book.make);
    const follower = new Follower(async (position, limit) => (await place.owner.query<Delivered>(book.read, [position, limit])).rows, run.chance(0));
    const acknowledged: string[] = [];
    const write = async (writer: number): Promise<void> => {
      const chance = run.chance(writer + 1);
      for (let nth = 0; nth < notes; nth++) {
        const transaction = await entering(book, place.url);
        try {
          if (chance.chance(0.5)) {
            await transaction.prepare();
            await pause(chance.between(0, 8));
          }
          await transaction.enter(`w${writer}-${nth}`);
          await pause(chance.between(0, 4));
          await transaction.commit();
          acknowledged.push(`w${writer}-${nth}#0`);
        } finally {
          await transaction.end();
        }
      }
    };
    let written = false;
    const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))).finally(() => (written = true));
    const failed: string[] = [];
    await Promise.all([writing, follower.follow(() => written, (why) => failed.push(why))]);
    await everybodyElseIsDone(place);
    while ((await follower.step(500)) > 0);
    expect(failed).toEqual([]);
    expect(acknowledged).toHaveLength(writers * notes);
    const faults = deliveryFaults(acknowledged, follower.delivered);
    run.count('acknowledged', acknowledged.length);
    run.count('delivered', follower.delivered.length);
    run.count('lost', faults.lost.length);
    return faults;
  } finally {
    await place.drop();
  }
}

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

/** Milliseconds that others may keep a transaction open: longer than any of them should, shorter than a scenario may take. */
const OTHERS_TAKE = sized({ small: 120_000, full: 600_000 });

/** Other tests have transactions on this server too, and a reader that waits for the oldest waits for theirs. */
async function everybodyElseIsDone({ owner }: Place): Promise<void> {
  const { rows } = await owner.query<{ mine: string }>('select pg_current_xact_id()::text as mine');
  const until = performance.now() + OTHERS_TAKE;
  while (performance.now() < until) {
    const { rowCount } = await owner.query('select where pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8', [rows[0]!.mine]);
    if (rowCount! > 0) return;
    await pause(5);
  }
  const { rows: open } = await owner.query('select datname, usename, application_name, state, xact_start, query from pg_stat_activity where backend_xid is not null or backend_xmin is not null');
  throw new Error(`Others have kept transactions open for too long:\n${JSON.stringify(open, null, 2)}`);
}
