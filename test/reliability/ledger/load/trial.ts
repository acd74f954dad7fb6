import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#engine/database/database.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { isHeldLock } from '#engine/ledger/held-head.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import type { Random } from '../../../support/generate-events/random.js';
import { type Run, sized } from '../../scenario.js';
import { Auditor } from './auditor.js';
import { Bookkeeping } from './bookkeeping.js';
import { CommandLog, readLog, unanswered } from './command-log.js';
import { Follower } from './follower.js';
import { hangingAppend } from './hanging-append.js';
import { Historian } from './historian.js';
import { makeMischief } from './mischief.js';
import type { Place } from './place.js';
import { Progress } from './progress.js';
import { Sending } from './sending.js';
import { WeakLine } from './weak-line.js';
import { startWriting } from './writing.js';

export interface TrialOptions {
  readonly authorities: number;
  /** In each writing process. */
  readonly writers: number;
  /** Processes that are killed, one after the other; one more comes after them and is not. */
  readonly kills: number;
  /** Answers that each process lives for; the killed ones for something less. */
  readonly answers: number;
  /** Readers of each authority. */
  readonly readers: number;
}

/** What a trial leaves to be checked. */
export interface Trial {
  readonly authorities: readonly string[];
  readonly books: Bookkeeping;
  readonly followers: ReadonlyMap<string, readonly Follower[]>;
  /** Why readings failed. */
  readonly readingsFailed: readonly string[];
  readonly historian: Historian;
  readonly auditor: Auditor;
  readonly ledger: Ledger;
  end(): Promise<void>;
}

/** Lets processes write to the ledgers of a place, kills them, disturbs them and whoever reads, and sends again what was not answered. */
export async function tryLedgers(run: Run, place: Place, { writers, kills, answers, readers, ...options }: TrialOptions): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'svl-trial-'));
  const [writersLine, readersLine] = [await WeakLine.to(place.url), await WeakLine.to(place.url)];
  const [reading, direct] = await Promise.all([readersLine.url, place.url].map((url) => Database.open(url, { connections: 4 })));
  const ledger = new PostgresLedger({ database: direct!, catalogue: firstCatalogue });
  const weakLedger = new PostgresLedger({ database: reading!, catalogue: firstCatalogue });
  const authorities = Array.from({ length: options.authorities }, (_, i) => `authority-${i}`);
  for (const authority of authorities) await ledger.open(authority, authority);

  const progress = new Progress();
  const over = (): boolean => progress.over;
  const count = (what: string, by?: number): void => run.count(what, by);
  const hear = (what: string): void => {
    if (what === 'answered') progress.answers++;
    if (what === 'connected') progress.starting = false;
    else count(what);
  };
  const historian = new Historian(ledger, place, authorities, run.chance(1));
  const auditor = new Auditor(ledger, authorities, run.chance(5));
  const followers = new Map(authorities.map((authority, a) => [authority, Array.from({ length: readers }, (_, i) => followerOf(weakLedger, authority, run.chance(100 + a * 50 + i)))]));
  const hanging = new CommandLog(join(folder, 'hanging.log'));
  const readingsFailed: string[] = [];
  const beside = [
    ...[...followers.values()].flat().map((follower) => follower.follow(over, (why) => (readingsFailed.push(why), count('readings failed')))),
    historian.ask(over),
    auditor.audit(over),
    makeMischief({ writersLine, readersLine, migrationUrl: place.migrationUrl, authorities, progress, random: run.chance(2), count }),
    hang(direct!, hanging, authorities, run.chance(3), count, progress),
  ];

  const end = async (): Promise<void> => {
    await Promise.all([reading!.close(), direct!.close()]);
    await Promise.all([writersLine.close(), readersLine.close()]);
    rmSync(folder, { recursive: true });
  };
  const logs: string[] = [];
  const generations = async (): Promise<void> => {
    for (let nth = 0; nth <= kills; nth++) {
      const log = join(folder, `${nth}.log`);
      const orders = { name: `p${nth}`, url: writersLine.url, log, earlierLogs: [...logs], authorities, seed: run.seed + 10_000 * (nth + 1), writers, contested: Math.ceil(writers / 4), enough: answers };
      progress.starting = true;
      const writing = startWriting(orders, hear);
      logs.push(log);
      if (nth < kills) writing.killAfter(Math.ceil(answers * (0.3 + 0.6 * run.random.next())));
      if ((await writing.ended) === 'killed') count('processes killed');
    }
  };
  const ends = await Promise.allSettled([generations().finally(() => (progress.over = true)), ...beside]);
  const wrong = ends.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  if (wrong.length > 0) {
    await end();
    throw new AggregateError(wrong, wrong.map(({ message }) => message).join('; '));
  }
  hanging.close();

  const lines = (): ReturnType<typeof readLog> => [...logs, join(folder, 'hanging.log'), join(folder, 'last.log')].flatMap(readLog);
  await sendEverythingAgain(ledger, join(folder, 'last.log'), lines(), run);
  for (const one of [...followers.values()].flat()) await one.follow(() => true, (why) => readingsFailed.push(why));
  return {
    authorities,
    books: new Bookkeeping(lines()),
    followers,
    readingsFailed,
    historian,
    auditor,
    ledger,
    end,
  };
}

const followerOf = (ledger: Ledger, authority: string, random: Random): Follower =>
  new Follower(
    async (position, limit) => {
      const events = await ledger.read(authority, position, limit);
      return events.map((event) => ({ position: event.position, note: (event.payload as { note: string }).note, recordedAt: event.recordedAt }));
    },
    random,
  );

/** Appends in transactions that hang before they end, one way or the other; each command until it is committed. */
async function hang(database: Database, log: CommandLog, authorities: readonly string[], random: Random, count: (what: string) => void, progress: Progress): Promise<void> {
  for (let nth = 0; !progress.over; nth++) {
    const authority = random.pick(authorities);
    const sent = { id: `hanging/${nth}`, authority, requestHash: random.hex(), how: 'append' as const, writes: [{ stream: `hanging:${nth}`, expected: 0, events: 2 }] };
    await log.keep({ sent });
    for (;;) {
      const ending = random.chance(0.4) ? 'rollback' : 'commit';
      try {
        const outcome = await hangingAppend(database, sent, () => pause(random.between(10, 120), ending));
        count(`hanging transactions (${ending})`);
        if (!outcome) continue;
        await log.keep({ answered: sent.id, answer: outcome });
        break;
      } catch (error) {
        // The server ends this connection too: then nobody knows what was recorded. For a held head it asks again.
        if (!isHeldLock(error)) await log.keep({ failed: sent.id, why: (error as Error).message });
      }
    }
    await progress.more(random.between(5, sized({ small: 30, full: 200 })));
  }
}

/** What was never answered, and a share of what was: from here on nothing disturbs. */
async function sendEverythingAgain(ledger: Ledger, path: string, lines: ReturnType<typeof readLog>, run: Run): Promise<void> {
  const log = new CommandLog(path);
  const sending = new Sending(ledger, log, run.chance(4), () => undefined);
  const open = unanswered(lines);
  run.count('unanswered at the end', open.length);
  const answered = lines.flatMap((line) => ('sent' in line && run.random.chance(0.1) ? [line.sent] : []));
  run.count('sent again at the end', answered.length);
  await Promise.all(open.map((command) => sending.untilAnswered(command)));
  await Promise.all(answered.map((command) => sending.untilAnswered(command)));
  log.close();
}
