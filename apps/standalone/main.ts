import 'reflect-metadata';
import { loadConfig } from '#engine/config/config.js';
import { endingOf } from '../assembly/ending.js';
import { type Standalone, startStandalone } from './standalone.js';

/** Milliseconds for what still works to be put away, once something has broken down. */
const BROKEN_ENDS_WITHIN = 15_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

let running: Standalone | undefined;
let stopping = false;

/** Asked while it is still starting, it stops once it has: a database that is being made is never left behind. */
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  say('Finishing what has begun, then stopping the database …');
  if (running) void end(running);
};

/** Something that it cannot do without has broken down: it says what, and ends so that whoever started it sees it. */
const breakDown = (failure: unknown): void => {
  if (stopping) return;
  stopping = true;
  const { code, message } = endingOf(failure);
  say(message);
  setTimeout(() => process.exit(code), BROKEN_ENDS_WITHIN);
  void running!.stop().then(
    () => process.exit(code),
    () => process.exit(code),
  );
};

async function end(standalone: Standalone): Promise<never> {
  try {
    await standalone.stop();
  } catch (failure) {
    say(endingOf(failure).message);
    process.exit(1);
  }
  process.exit(0);
}

// a terminal that is closed says so by SIGHUP, and takes no more words; the database is stopped all the same
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  running = await startStandalone(loadConfig(), say);
  if (stopping) await end(running);
  process.stdout.write(`Social Value Ledger is ready at ${running.url}\n`);
  running.failed.catch(breakDown);
} catch (failure) {
  const { code, message } = endingOf(failure);
  say(message);
  process.exit(code);
}
