/**
 * A process that writes to ledgers until it has had enough answers, or is killed. First it sends again, beside its own
 * work, what processes before it were not answered. Tells its parent what it counts, and ends when all is answered.
 */
import { Database } from '#engine/database/database.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { Random } from '../../../support/generate-events/random.js';
import { CommandLog, readLog, unanswered } from './command-log.js';
import { Sending } from './sending.js';
import { Writer } from './writer.js';

export interface WritingOrders {
  /** Unlike that of any process before. */
  readonly name: string;
  readonly url: string;
  readonly log: string;
  readonly earlierLogs: readonly string[];
  readonly authorities: readonly string[];
  readonly seed: number;
  readonly writers: number;
  /** Streams of each authority that all writers want. */
  readonly contested: number;
  /** Answers that are enough. */
  readonly enough: number;
}

/** What the process tells its parent. */
export type WritingNews = { readonly count: string };

const orders = JSON.parse(process.argv[2]!) as WritingOrders;
const news = (count: string): void => void process.send!({ count } satisfies WritingNews);

const database = await Database.open(orders.url, { connections: 8, name: orders.name });
news('connected');
const ledger = new PostgresLedger({ database, catalogue: firstCatalogue, log: { warn: () => news('clock warnings') } });
const log = new CommandLog(orders.log);
let answered = 0;
const enough = (): boolean => answered >= orders.enough;

const sendingOf = (part: number): Sending =>
  new Sending(ledger, log, new Random(orders.seed + part), (what) => {
    if (what === 'answered') answered++;
    news(what);
  });

const recovery = sendingOf(-1);
const recovering = unanswered(orders.earlierLogs.flatMap(readLog)).map(async (command) => {
  news('recovered');
  await recovery.untilAnswered(command);
});
const working = Array.from({ length: orders.writers }, (_, i) =>
  new Writer(`${orders.name}w${i}`, orders.authorities, orders.contested, new Random(orders.seed + 1_000 + i), sendingOf(i)).work(enough),
);
// Whoever is left alone has nobody to write for.
process.once('disconnect', () => process.exit(1));
await Promise.all([...recovering, ...working]);
await database.close();
log.close();
process.removeAllListeners('disconnect');
process.disconnect();
