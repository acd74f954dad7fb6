import 'reflect-metadata';
import { loadConfig } from '#engine/config/config.js';
import { endingOf } from '../assembly/ending.js';
import { startStandalone } from './standalone.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const running = await startStandalone(loadConfig(), say);
  process.stdout.write(`Social Value Ledger is ready at ${running.url}\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('Finishing what has begun, then stopping the database …');
    running.stop().then(
      () => process.exit(0),
      (failure: unknown) => {
        say(endingOf(failure).message);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  running.failed.catch((failure: unknown) => {
    say(endingOf(failure).message);
    stop();
  });
} catch (failure) {
  const { code, message } = endingOf(failure);
  say(message);
  process.exit(code);
}
